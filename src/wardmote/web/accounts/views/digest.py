"""Everybody chooses for themselves whether they get the email digest."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from wardmote.web.accounts.actions.digest import choose_digest
from wardmote.web.accounts.forms.digest import NO, YES, DigestForm
from wardmote.web.accounts.models import Member
from wardmote.web.core.actors import acting
from wardmote.web.core.components import Link
from wardmote.web.core.scope import found
from wardmote.web.core.views.forms import answer_form, form_page


@form_page(DigestForm, is_correction=True)
def choose(request: HttpRequest, partnership: str) -> HttpResponse:
    """Ask, and keep the answer."""
    actor = acting(request)
    # Whoever looks in from the partnership above or below has no membership here, and gets no email of it.
    member = found(actor, Member, actor.id or actor.partnership_id)
    back = Link("For you", reverse("for-you", args=[partnership]))

    def act(wants_digest: str) -> None:
        choose_digest(by=actor, member=member, wants_digest=wants_digest == YES)

    form = DigestForm(record=member, initial={"wants_digest": YES if member.wants_digest else NO})
    return answer_form(request, form, act=act, heading="Your email", back=back)
