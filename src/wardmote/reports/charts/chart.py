"""What every chart carries, however it is shown."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Sketch:
    """What one kind of drawing yields: the picture, its words for those who cannot see it, and its numbers."""

    svg: str
    alt: str
    unit: str
    period: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Chart:
    """A chart that is ready to be shown.

    `title` states what the chart shows; `svg` is a whole SVG document that scales to its container and carries `alt`;
    `header` and `rows` are the table behind it, as text, its first column naming the row; `notes` say how to read it.
    """

    title: str
    alt: str
    svg: str
    source: str
    unit: str
    period: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
