"""The REST API: every page that is a form, a list or a record answers a program at the same address under /api/v1/."""
