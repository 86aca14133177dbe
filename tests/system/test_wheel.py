"""What somebody gets who installs the wheel, with no checkout beside it."""

import subprocess
import sys
import zipfile

import pytest

pytestmark = pytest.mark.system

NEEDED = [
    "wardmote/py.typed",
    "wardmote/reports/fonts/LICENSE.txt",
    "wardmote/reports/fonts/SourceSans3-Bold.ttf",
    "wardmote/reports/fonts/SourceSans3-BoldItalic.ttf",
    "wardmote/reports/fonts/SourceSans3-Italic.ttf",
    "wardmote/reports/fonts/SourceSans3-Regular.ttf",
    "wardmote/web/core/static/vendor/govuk/govuk-frontend.min.css",
    "wardmote/web/core/static/vendor/govuk/govuk-frontend.min.js",
    "wardmote/web/core/static/vendor/maplibre/maplibre-gl-worker.mjs",
    "wardmote/web/core/static/vendor/maplibre/maplibre-gl.mjs",
    "wardmote/web/core/static/vendor/moj/moj-frontend.min.css",
]


def run(*command, cwd):
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(root, tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), cwd=root)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """A folder with the wheel's content; its dependencies are those of the environment that runs the tests."""
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def test_the_wheel_holds_what_is_fetched(wheel):
    names = zipfile.ZipFile(wheel).namelist()

    assert [name for name in NEEDED if name not in names] == []


def test_the_wheel_holds_every_file_of_the_package_and_no_other(wheel, root):
    tracked = run("git", "ls-files", "--cached", "--others", "--exclude-standard", "src/wardmote", cwd=root).split("\n")
    ours = {name.removeprefix("src/") for name in tracked if name and (root / name).is_file()}
    held = {name for name in zipfile.ZipFile(wheel).namelist() if name.startswith("wardmote/")}
    fetched = {name for name in held if "/static/vendor/" in name or "/reports/fonts/" in name}

    assert held - fetched == ours


def test_the_command_runs_from_the_wheel_alone(installed, tmp_path):
    start = (
        f"import sys; sys.path.insert(0, {str(installed)!r}); sys.argv = ['wardmote', '--help']; "
        "import wardmote; print(wardmote.__file__); from wardmote.cli import main; main()"
    )

    said = run(sys.executable, "-P", "-c", start, cwd=tmp_path)

    assert said.startswith(str(installed))
    assert "Usage: wardmote" in said
