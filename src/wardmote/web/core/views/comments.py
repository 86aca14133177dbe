"""Comments on any record, and following it."""

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from wardmote.web.core.actors import acting
from wardmote.web.core.commenting import add_comment, comments_on, follow, follows, take_back_comment, unfollow
from wardmote.web.core.components import Link
from wardmote.web.core.forms import Form
from wardmote.web.core.models import Comment
from wardmote.web.core.scope import found
from wardmote.web.core.subjects import subject_of


class CommentForm(Form):
    """What somebody wants to say."""

    text = forms.CharField(
        label="Your comment",
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Write @ before a member’s name to tell them. Leave out names of people whom a case concerns.",
    )


@require_http_methods(["GET", "POST"])
def show_all(request: HttpRequest, partnership: str, record: UUID) -> HttpResponse:
    """What was said about a record, and a box to say more."""
    actor = acting(request)
    subject = subject_of(actor, record)
    form = CommentForm(request.POST or None) if actor.may("comment.add") else None
    if request.method == "POST":
        actor.check("comment.add")
    if form and form.is_valid():
        with form.errors_of_action():
            add_comment(by=actor, on=subject, **form.cleaned_data)
            return redirect("comments", partnership=partnership, record=record)
    context = {
        "heading": f"Comments on {subject.name}",
        "subject": subject,
        "comments": comments_on(actor, subject),
        "form": form,
        "slug": partnership,
        "reader": actor.id,
    }
    return render(request, "core/comments.html", context, status=400 if form and form.errors else 200)


@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, partnership: str, comment: UUID) -> HttpResponse:
    """One comment; whoever wrote it can take it back."""
    actor = acting(request)
    said = found(actor, Comment, comment)
    subject = subject_of(actor, said.subject_id)
    if request.method == "POST":
        take_back_comment(said, by=actor)
        return redirect("comments", partnership=partnership, record=said.subject_id)
    context = {
        "heading": f"Comment on {subject.name}",
        "comment": said,
        "is_own": said.author_id == actor.id,
        "back": Link("All comments", reverse("comments", args=[partnership, said.subject_id])),
    }
    return render(request, "core/comment.html", context)


@require_http_methods(["GET", "POST"])
def change_following(request: HttpRequest, partnership: str, record: UUID) -> HttpResponse:
    """Ask once, then follow the record, or stop following it."""
    actor = acting(request)
    subject = subject_of(actor, record)
    is_followed = follows(actor, subject)
    if request.method == "POST":
        (unfollow if is_followed else follow)(by=actor, subject=subject)
        return redirect(subject.href)
    words = "Stop following" if is_followed else "Follow"
    sentence = (
        "You will be told no more of what happens to it." if is_followed else "What others do to it will be told."
    )
    context = {"heading": f"{words} {subject.name}?", "sentence": sentence, "form": Form(), "button": words}
    return render(request, "core/form.html", {**context, "back": Link(subject.name, subject.href)})
