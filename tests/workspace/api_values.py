"""Values that a program may send: such as the description asks for, and such as it does not."""

from typing import Any

from hypothesis import strategies as st

NASTY = st.sampled_from(
    ["", " ", "\0", "<script>alert('x')</script>", "’; DROP TABLE", "31/02/2026", "9999-12-31", "-1", "NaN", "é" * 600]
)
STRANGE: Any = st.one_of(
    NASTY,
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.lists(NASTY, max_size=3),
    st.dictionaries(NASTY, NASTY, max_size=2),
    st.text(max_size=30),
)


def body_of(schema: dict[str, Any], *, ids: list[str]) -> Any:
    """An object of the operation's fields: most as they should be, some strange, some left out, one perhaps unknown."""
    fields = {name: st.one_of(value_of(one, ids=ids), STRANGE) for name, one in schema["properties"].items()}
    needed = {name: fields[name] for name in schema.get("required", ())}
    others = {name: one for name, one in fields.items() if name not in needed}
    return st.fixed_dictionaries(needed, optional=others)


def value_of(schema: dict[str, Any], *, ids: list[str]) -> Any:
    """A value that the schema allows; an id is of a record that there is, in this partnership or in another."""
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    types = schema.get("type", "string")
    kind = types if isinstance(types, str) else types[0]
    if kind == "array":
        return st.lists(value_of(schema["items"], ids=ids), max_size=3)
    plain = {
        "boolean": st.booleans(),
        "integer": st.integers(min_value=0, max_value=5),
        "number": st.integers(min_value=0, max_value=5),
        "uuid": st.sampled_from(ids),
        "date": st.dates().map(str),
        "email": st.just("somebody@exampleshire.example"),
    }
    text = st.text(min_size=1, max_size=min(schema.get("maxLength", 40), 40))
    return plain.get(schema.get("format", kind), text)
