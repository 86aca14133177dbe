"""What waits for the reader."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from wardmote.web.core.actors import acting
from wardmote.web.core.commenting import mark_all_read
from wardmote.web.core.components import Link
from wardmote.web.core.waiting import followed_by, followed_news, mention_news
from wardmote.web.core.wording import plural


@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, partnership: str) -> HttpResponse:
    """Mentions and changes that the reader has not seen; they say when they have."""
    actor = acting(request)
    if request.method == "POST":
        mark_all_read(by=actor)
        return redirect("for-you", partnership=partnership)
    parts = (("You are mentioned", mention_news(actor)), ("What you follow", followed_news(actor)))
    waiting = sum(len(news) for _, news in parts)
    context = {
        "heading": "For you",
        "sentence": f"{plural(waiting, 'thing is', 'things are')} new." if waiting else "Nothing new waits for you.",
        "parts": [(title, news) for title, news in parts if news],
        "followed": [
            Link(one.subject_name, reverse("comments", args=[partnership, one.subject_id]))
            for one in followed_by(actor)[:200]
        ],
        "choice_href": reverse("digest-choice", args=[partnership]),
    }
    return render(request, "core/for_you.html", context)
