"""Everybody chooses for themselves whether they get the email digest."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from wardmote.web.accounts.actions.digest import choose_digest
from wardmote.web.accounts.forms.digest import NO, YES, DigestForm
from wardmote.web.accounts.models import Member
from wardmote.web.core.actors import acting
from wardmote.web.core.components import Link
from wardmote.web.core.scope import found


@require_http_methods(["GET", "POST"])
def choose(request: HttpRequest, partnership: str) -> HttpResponse:
    """Ask, and keep the answer."""
    actor = acting(request)
    # Whoever looks in from the partnership above or below has no membership here, and gets no email of it.
    member = found(actor, Member, actor.id or actor.partnership_id)
    form = DigestForm(request.POST or None, initial={"wants_digest": YES if member.wants_digest else NO})
    if form.is_valid():
        choose_digest(by=actor, member=member, wants_digest=form.cleaned_data["wants_digest"] == YES)
        return redirect("for-you", partnership=partnership)
    back = Link("For you", reverse("for-you", args=[partnership]))
    context = {"heading": "Your email", "form": form, "back": back, "button": "Save"}
    return render(request, "core/form.html", context, status=400 if form.errors else 200)
