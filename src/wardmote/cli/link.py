"""`wardmote link`: people linked without a common number, in memory only; how good that is, and what a person decides."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wardmote.cli.options import WorkspaceOption, open_workspace

if TYPE_CHECKING:
    from wardmote.evidence.linkage import LinkageQuality, Share

app = typer.Typer(
    help="People of several agencies who have no number in common.", no_args_is_help=True, rich_markup_mode=None
)

_SIGNS_SHOWN = 15
_THRESHOLDS = (0.5, 0.8, 0.9, 0.95, 0.99)

FileA = Annotated[
    Path, typer.Argument(metavar="FILE_A", help="One agency’s list: CSV with a reference, names, birth date.")
]
FileB = Annotated[Path, typer.Argument(metavar="FILE_B", help="The other agency’s list.")]
Codes = Annotated[list[str], typer.Argument(metavar="PAIR...", help="Pairs, as `wardmote link pairs` calls them.")]
Threshold = Annotated[float, typer.Option(help="How likely it must be that two records are one person, 0.05 to 1.")]


@app.command("quality")
def quality(
    file_a: FileA,
    file_b: FileB,
    *,
    truth: Annotated[Path, typer.Option(help="CSV of the pairs of references that are one person.")],
    threshold: Threshold = 0.9,
) -> None:
    """Link two lists of which the truth is known, and print how good the links are. Nothing is written."""
    from wardmote.evidence.linkage import link_people, linkage_quality
    from wardmote.evidence.linkage.files import read_people, read_truth

    lists = read_people(file_a), read_people(file_b)
    true = read_truth(truth, lists)
    linkage = link_people(lists[0].records + lists[1].records, threshold=threshold)
    _print(linkage_quality(linkage, true), is_learnt=linkage.is_learnt)
    _print_thresholds([linkage_quality(linkage.at(one), true) for one in sorted({*_THRESHOLDS, threshold})])


@app.command("review")
def review(
    file_a: FileA,
    file_b: FileB,
    *,
    threshold: Threshold = 0.9,
    lower: Annotated[float, typer.Option(help="Show links from this probability.")] = 0.5,
    upper: Annotated[float, typer.Option(help="Show links below this probability.")] = 0.99,
    most: Annotated[int, typer.Option(min=1, help="Show so many at most.")] = 50,
) -> None:
    """Print the links that a person should look at, by row and without names, nearest to the threshold first."""
    from rich.table import Table

    from wardmote.cli.screen import console
    from wardmote.evidence.linkage import link_people
    from wardmote.evidence.linkage.files import read_people

    records = read_people(file_a).records + read_people(file_b).records
    links = link_people(records, threshold=threshold).to_review(lower=lower, upper=upper)
    table = Table("One row", "Other row", "Weight", "Probability", "Holds", "Why", box=None, pad_edge=False)
    for link in links[:most]:
        rows = (f"{records.source[at]} line {records.row[at]}" for at in (link.left, link.right))
        holds = "yes" if link.probability >= threshold else "no"
        table.add_row(*rows, f"{link.weight:.1f}", f"{link.probability:.3f}", holds, link.words)
    console().print(f"{len(links):,} links from {lower:g} to {upper:g}; {min(most, len(links)):,} shown", style="bold")
    console().print(table)


@app.command("pairs")
def pairs(
    *, workspace: WorkspaceOption = None, most: Annotated[int, typer.Option(min=1, help="Show so many at most.")] = 50
) -> None:
    """List the pairs near the threshold in the last `load --link`, nearest first: by pseudonym, with reasons, no names."""
    from rich.table import Table

    from wardmote.cli.screen import console
    from wardmote.evidence.linkage.held import read_decisions
    from wardmote.evidence.linkage.pairs import read_pairs

    home = open_workspace(workspace).folder
    found, decisions = read_pairs(home), read_decisions(home)
    words = {True: "accepted", False: "refused", None: ""}
    table = Table("Pair", "Pseudonyms", "First in", "Probability", "Linked", "Decided", "Why", box=None, pad_edge=False)
    for one in found[:most]:
        table.add_row(
            one.code,
            f"{one.one[:_SIGNS_SHOWN]}…\n{one.other[:_SIGNS_SHOWN]}…",
            f"{one.one_at}\n{one.other_at}",
            f"{one.probability:.3f}",
            "yes" if one.is_joined else "no",
            words[decisions.get(one.pair)],
            one.reasons,
        )
    console().print(f"{len(found):,} pairs near the threshold; {min(most, len(found)):,} shown", style="bold")
    console().print(table)


@app.command("accept")
def accept(codes: Codes, *, workspace: WorkspaceOption = None) -> None:
    """Say that pairs are one person each. The next `load --link` heeds it."""
    _decide(codes, workspace, is_accepted=True)


@app.command("refuse")
def refuse(codes: Codes, *, workspace: WorkspaceOption = None) -> None:
    """Say that pairs are two people each, who then never become one, through others neither."""
    _decide(codes, workspace, is_accepted=False)


def _decide(codes: list[str], workspace: Path | None, *, is_accepted: bool) -> None:
    from wardmote.evidence.linkage.pairs import decide

    decided = decide(open_workspace(workspace).folder, codes, is_accepted=is_accepted)
    pairs_are = "1 pair is" if decided == 1 else f"{decided:,} pairs are"
    became = "accepted" if is_accepted else "refused"
    typer.echo(f"{pairs_are} {became}. Load the files again with --link for it to count.")


def _print(found: "LinkageQuality", *, is_learnt: bool) -> None:
    from wardmote.cli.screen import console

    screen = console()
    weights = "learnt from these lists" if is_learnt else "those set for short lists"
    screen.print(f"{found.records:,} records, {found.true_persons:,} persons; weights {weights}", style="bold")
    screen.print(
        f"Found {found.found_persons:,} persons at {found.threshold:g}: {found.whole_persons:,} just as they are, "
        f"{found.merged_persons:,} made of several people, and {found.parted_persons:,} true persons parted."
    )
    for name, share in (("Precision", found.precision), ("Recall", found.recall), ("F1", found.f1)):
        screen.print(f"  {name:<34}{_share(share)}")
    screen.print("Persons with two records or more, of all persons:")
    for name, share in (
        ("with true persons", found.repeat_share_true),
        ("with exact pseudonyms only", found.repeat_share_exact),
        ("with linked persons", found.repeat_share_linked),
    ):
        screen.print(f"  {name:<34}{_share(share)}")
    screen.print(f"  {found.unidentified:,} records have no whole name and birth date, so no exact pseudonym.")


def _print_thresholds(qualities: "list[LinkageQuality]") -> None:
    from rich.table import Table

    from wardmote.cli.screen import console

    table = Table("Threshold", box=None, pad_edge=False, title="At other thresholds", title_justify="left")
    for heading in ("Precision", "Recall", "F1", "Merged", "Parted", "Repeat share"):
        table.add_column(heading, justify="right")
    for one in qualities:
        shares = (_percent(share.value) for share in (one.precision, one.recall, one.f1))
        counts = f"{one.merged_persons:,}", f"{one.parted_persons:,}"
        table.add_row(f"{one.threshold:g}", *shares, *counts, _percent(one.repeat_share_linked.value))
    console().print(table)


def _share(share: "Share") -> str:
    if share.value is None:
        return "not available: there is nothing to count"
    interval = f"{_percent(share.lower)} to {_percent(share.upper)}"
    return f"{_percent(share.value)} ({interval}; {share.part:,} of {share.base:,})"


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{value:.1%}"
