"""An assessment as one HTML file that needs nothing else: no request leaves the page."""

from importlib import resources

from wardmote.reports.view import View


def render_html(view: View) -> str:
    """The whole page. Every value is escaped but for the charts' SVG, which is ours and has its own text escaped."""
    from jinja2 import BaseLoader, Environment, StrictUndefined

    folder = resources.files("wardmote.reports") / "templates"
    environment = Environment(
        loader=BaseLoader(), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    template = environment.from_string((folder / "assessment.html.jinja").read_text(encoding="utf-8"))
    style = (folder / "assessment.css").read_text(encoding="utf-8")
    return template.render(view=view, style=style)
