"""The menu: which pages stand in it, in which order, under which words. The register says who sees which."""

SITE_MENU = (
    ("overview", "Overview"),
    ("plan", "Plan"),
    ("measures", "Measures"),
    ("compare", "Compare"),
    ("loads", "Loads"),
    ("kpi-quarters", "Performance"),
    ("assessments", "Assessment"),
    ("activity-overview", "Activity"),
    ("risks", "Risks"),
    ("money", "Money"),
    ("board", "Board"),
    ("partnership", "Partnership"),
)
