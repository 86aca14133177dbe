"""What a system administrator looks after."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from wardmote.web.accounts.queries.installation import partnerships_in_words
from wardmote.web.core.audit import newest


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Partnerships, how many people each has, and the newest entry of the audit."""
    number, digest = newest()
    context = {
        "heading": "Administration",
        "points": partnerships_in_words(),
        "seal": f"{number}:{digest}",
    }
    return render(request, "accounts/administration.html", context)
