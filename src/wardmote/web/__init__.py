"""The site: what the evidence says, on pages that a councillor can read. The only package that imports Django."""

from wardmote.web.serving import Site, open_site, serve

__all__ = ["Site", "open_site", "serve"]
