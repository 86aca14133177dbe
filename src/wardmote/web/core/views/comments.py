"""Comments on any record, and following it."""

from functools import partial
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from wardmote.web.core.actors import acting
from wardmote.web.core.commenting import add_comment, comments_on, follow, follows, take_back_comment, unfollow
from wardmote.web.core.components import Link
from wardmote.web.core.forms import Form
from wardmote.web.core.models import Comment
from wardmote.web.core.scope import found
from wardmote.web.core.subjects import subject_of
from wardmote.web.core.views.forms import answer_form, form_page


class CommentForm(Form):
    """What somebody wants to say."""

    text = forms.CharField(
        label="Your comment",
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Write @ before a member’s name to tell them. Leave out names of people whom a case concerns.",
    )


@form_page(CommentForm)
def show_all(request: HttpRequest, partnership: str, record: UUID) -> HttpResponse:
    """What was said about a record, and a box to say more."""
    actor = acting(request)
    subject = subject_of(actor, record)
    if request.method == "POST":
        actor.check("comment.add")

    def act(text: str) -> str:
        add_comment(by=actor, on=subject, text=text)
        return reverse("comments", args=[partnership, record])

    return answer_form(
        request,
        CommentForm(),
        act=act,
        heading=f"Comments on {subject.name}",
        back=Link(subject.name, subject.href),
        template="core/comments.html",
        subject=subject,
        comments=comments_on(actor, subject),
        may_comment=actor.may("comment.add"),
        slug=partnership,
        reader=actor.id,
    )


@form_page()
def show(request: HttpRequest, partnership: str, comment: UUID) -> HttpResponse:
    """One comment; whoever wrote it can take it back."""
    actor = acting(request)
    said = found(actor, Comment, comment)
    subject = subject_of(actor, said.subject_id)
    back = Link("All comments", reverse("comments", args=[partnership, said.subject_id]))
    act = partial(take_back_comment, said, by=actor)
    return answer_form(
        request,
        Form(),
        act=act,
        heading=f"Comment on {subject.name}",
        back=back,
        template="core/comment.html",
        comment=said,
        is_own=said.author_id == actor.id,
    )


@form_page()
def change_following(request: HttpRequest, partnership: str, record: UUID) -> HttpResponse:
    """Ask once, then follow the record, or stop following it."""
    actor = acting(request)
    subject = subject_of(actor, record)
    is_followed = follows(actor, subject)

    def act() -> str:
        (unfollow if is_followed else follow)(by=actor, subject=subject)
        return subject.href

    words = "Stop following" if is_followed else "Follow"
    sentence = (
        "You will be told no more of what happens to it." if is_followed else "What others do to it will be told."
    )
    heading, back = f"{words} {subject.name}?", Link(subject.name, subject.href)
    return answer_form(request, Form(), act=act, heading=heading, back=back, button=words, sentence=sentence)
