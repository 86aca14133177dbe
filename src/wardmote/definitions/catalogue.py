"""The one loader of the catalogue: a definition is found by being in its folder."""

from difflib import get_close_matches
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

import yaml
from pydantic import BaseModel, ValidationError

from wardmote.definitions.measure import Measure, MeasureFile
from wardmote.errors import BadInput, DefinitionError

# The loader in C reads the catalogue several times as fast, and is as safe.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def _files() -> dict[str, MeasureFile]:
    folder = resources.files("wardmote.catalogue") / "measures"
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".yaml")), key=lambda file: file.name)
    return {file.name.removesuffix(".yaml"): _read_measure(file) for file in files}


def all_measures() -> tuple[Measure, ...]:
    """Every measure in the catalogue by id, each month by the version that held then."""
    return tuple(file.in_time for file in _files().values())


def find_measure(id_: str, *, version: int | None = None) -> Measure:
    """The measure with this id, each month by the version that held then, or all of them by the `version` asked for.

    The error names the nearest.
    """
    known = _files()
    if id_ not in known:
        near = get_close_matches(id_, known, n=1)
        advice = f"did you mean {near[0]}?" if near else f"choose one of: {', '.join(known)}"
        raise BadInput(f"there is no measure called {id_}", where="the catalogue", do=advice)
    found = known[id_].version(version)
    if found is None:
        numbers = ", ".join(str(one.version) for one in versions_of(id_))
        raise BadInput(f"has no version {version}", where=id_, do=f"choose one of: {numbers}")
    return found


def versions_of(id_: str) -> tuple[Measure, ...]:
    """Every version of a measure, the newest first."""
    file = _files()[id_]
    return (file.current, *file.earlier)


def _read_measure(file: Traversable) -> MeasureFile:
    return read_definition(MeasureFile, file.read_text(encoding="utf-8"), name=file.name)


def read_definition[Definition: BaseModel](model: type[Definition], text: str, *, name: str) -> Definition:
    """One definition from YAML. The file's name, without its ending, is the id."""
    try:
        content = yaml.load(text, Loader=_LOADER)  # nosec B506
        return model.model_validate({"id": name.removesuffix(".yaml"), **content})
    except yaml.YAMLError as error:
        raise DefinitionError(f"is not YAML ({_in_one_line(error)})", where=name, do="mend the file") from error
    except (ValidationError, TypeError) as error:
        raise DefinitionError(
            _words(error, model),
            where=name,
            do=f"see the reference of {model.__name__.removesuffix('File').lower()} files",
        ) from error


def _in_one_line(error: yaml.YAMLError) -> str:
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem is None:
        return " ".join(str(error).split())
    line = f", line {error.problem_mark.line + 1}" if error.problem_mark else ""
    return f"{error.problem}{line}"


def _words(error: ValidationError | TypeError, model: type[BaseModel]) -> str:
    if not isinstance(error, ValidationError):
        return "does not hold the fields of a definition"
    first = error.errors()[0]
    field = ".".join(str(part) for part in first["loc"] if part != "current")
    if first["type"] == "extra_forbidden":
        near = get_close_matches(str(first["loc"][-1]), _all_fields(model), n=1)
        return f"has an unknown key “{field}”" + (f": did you mean “{near[0]}”?" if near else "")
    words = first["msg"].removeprefix("Value error, ")
    return f"has a fault at “{field}”: {words[0].lower()}{words[1:]}" if field else f"has a fault: {words}"


def _all_fields(model: type[BaseModel]) -> list[str]:
    fields = {name: field for name, field in model.model_fields.items() if not field.exclude}
    names = list(fields)
    for field in fields.values():
        for inner in (field.annotation, *getattr(field.annotation, "__args__", ())):
            if isinstance(inner, type) and issubclass(inner, BaseModel):
                names += _all_fields(inner)
    return names
