"""Reports as one HTML file that needs nothing else: no request leaves the page."""

from importlib import resources

from wardmote.reports.view import View


def render_html(view: View) -> str:
    """An assessment as a whole page."""
    return render_page("assessment", view)


def render_page(name: str, view: View) -> str:
    """The page that the template `name` makes of a view.

    Every value is escaped but for the charts' SVG, which is ours and has its own text escaped.
    """
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    environment = Environment(
        loader=FunctionLoader(_text), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template(f"{name}.html.jinja").render(view=view, style=_text("assessment.css"))


def _text(name: str) -> str:
    return (resources.files("wardmote.reports") / "templates" / name).read_text(encoding="utf-8")
