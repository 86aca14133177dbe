"""What is fetched for the site and the reports, as it is served."""

import importlib.util
import re

import pytest
from architecture.tree import ROOT

spec = importlib.util.spec_from_file_location("web_assets", ROOT / "scripts" / "web_assets.py")
web_assets = importlib.util.module_from_spec(spec)
spec.loader.exec_module(web_assets)

PACKAGES = web_assets.read_pins()
SERVED = ROOT / "src" / "wardmote" / "web" / "core" / "static" / "vendor"


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.name)
def test_a_package_is_in_place_as_pinned(package):
    assert web_assets.is_in_place(package), "Run make setup."


def test_no_stylesheet_asks_for_a_font():
    styles = {path.name: path.read_text(encoding="utf-8") for path in SERVED.rglob("*.css")}

    assert len(styles) == 3
    assert [name for name, style in styles.items() if "@font-face" in style or "Transport" in style] == []


def test_every_picture_that_a_stylesheet_names_is_there():
    missing = [
        f"{path.name}: {target}"
        for path in SERVED.rglob("*.css")
        for target in re.findall(r"url\((?!\"?data:)\"?([^)\"]+)", path.read_text(encoding="utf-8"))
        if not (path.parent / target).is_file()
    ]

    assert missing == []


def test_nothing_points_to_a_source_map():
    assert [path.name for path in SERVED.rglob("*.*s") if "sourceMappingURL" in path.read_text(encoding="utf-8")] == []


def test_a_package_that_differs_from_its_digest_is_refused(tmp_path):
    archive = tmp_path / "axe-core.tgz"
    archive.write_bytes(b"something else")
    package = next(package for package in PACKAGES if package.name == "axe-core")

    with pytest.raises(web_assets.AssetError, match=r"No archive matches the pinned digest of axe-core: axe-core\.tgz"):
        web_assets.checked(package, {web_assets.digest(archive): archive})
