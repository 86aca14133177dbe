"""The menu: which pages stand in it, in which order, under which words. The register says who sees which."""

SITE_MENU = (
    ("overview", "Overview"),
    ("measures", "Measures"),
    ("compare", "Compare"),
    ("loads", "Loads"),
    ("assessments", "Assessment"),
    ("partnership", "Partnership"),
)
