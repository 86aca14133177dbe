"""The slow, obvious twin of joining records into persons: every record of one group held against every one of the other."""

Number = tuple[str, str] | None


def people(
    tokens: str, numbers: list[Number], refused: list[tuple[str, str]], pairs: list[tuple[int, int]]
) -> tuple[list[bool], set[frozenset[int]]]:
    """Whether each pair became one person, and the persons in the end."""
    persons = [{at} for at in range(len(tokens))]
    joined = []
    for left, right in pairs:
        one = next(person for person in persons if left in person)
        other = next(person for person in persons if right in person)
        may = one is other or not any(
            _are_two(tokens[a] + tokens[b], numbers[a], numbers[b], refused) for a in one for b in other
        )
        if may and one is not other:
            persons.remove(other)
            one |= other
        joined.append(may)
    return joined, {frozenset(person) for person in persons}


def _are_two(both: str, one: Number, other: Number, refused: list[tuple[str, str]]) -> bool:
    is_refused = any(both in {a + b, b + a} for a, b in refused)
    return is_refused or bool(one and other and one[0] == other[0] and one[1] != other[1])
