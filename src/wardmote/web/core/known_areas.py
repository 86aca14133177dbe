"""The areas of the partnership that are known by name, and the field in which one of them is chosen."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from django import forms

from wardmote.errors import NotAvailable, WardmoteError
from wardmote.evidence.evidence import Evidence
from wardmote.measures.areas import areas_of
from wardmote.measures.series import AreaKind
from wardmote.web.core.workspace import current_evidence

# Longer than any code of official geography; a section that a partnership draws is called by its name.
LONGEST = 40


class KnownAreas:
    """Sections and wards, as the lookups that are loaded name them; the evidence is asked once, and only if need be."""

    @cached_property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """Each area's code and its name with its kind: first sections, then wards; nothing before a lookup is loaded."""
        try:
            evidence = current_evidence()
            return tuple(_choices(evidence)) if evidence.loads else ()
        except WardmoteError:
            return ()

    def name(self, code: str) -> str:
        """What stands for the code, which itself stands for an area that is not known."""
        return self._names.get(code, code)

    @cached_property
    def _names(self) -> Mapping[str, str]:
        return dict(self.choices)


def area_field(*, label: str, meaning: str, held: str = "") -> forms.Field:
    """A choice of the areas that are known; before any is, a line in which its code is typed.

    `held` is what the record holds, which can be kept though it is not known any more.
    """
    known = KnownAreas().choices
    if not known:
        hint = f"{meaning} No lookup of areas is loaded, so type the area’s code, the same wherever the area is meant."
        return forms.CharField(max_length=LONGEST, required=False, label=label, help_text=hint)
    kept = () if not held or held in dict(known) else ((held, f"{held}, which is not known any more"),)
    refusal = "“%(value)s” is no section or ward that is known here. Choose one of the list."
    return forms.ChoiceField(
        choices=[("", "Everywhere"), *kept, *known],
        required=False,
        label=label,
        help_text=meaning,
        error_messages={"invalid_choice": refusal},
    )


def _choices(evidence: Evidence) -> Iterator[tuple[str, str]]:
    # Where a partnership draws no sections, its wards stand in for them and would be there twice.
    kinds: tuple[AreaKind, ...] = ("ward",) if evidence.geography.sections_are_wards else ("section", "ward")
    for kind in kinds:
        try:
            yield from ((area.code, f"{area.name} ({kind})") for area in areas_of(evidence, kind))
        except NotAvailable:
            continue
