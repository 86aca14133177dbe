"""Lists: filters, sorting and pages that live in the address, and downloads of what is listed."""

from wardmote.web.core.api.offers import list_page
from wardmote.web.core.lists.answer import answer_list
from wardmote.web.core.lists.listing import Choice, Column, Listing
from wardmote.web.core.lists.view import ListView, list_view

__all__ = ["Choice", "Column", "ListView", "Listing", "answer_list", "list_page", "list_view"]
