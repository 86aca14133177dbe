"""Comments on records, whom they mention, and what waits for each member."""

import uuid

import pytest
from django.core.exceptions import ValidationError
from web.pages import words

from wardmote.web.accounts.actions.people import change_member
from wardmote.web.core.mentions import mentioned
from wardmote.web.core.models import AuditEntry, Comment, Mention
from wardmote.web.core.targets import Target

FOR_YOU = "/p/exampleshire/for-you/"


def comments_of(person):
    return f"/p/exampleshire/records/{person.pk}/comments/"


def say(scenario, text, *, person="manager", about="reader"):
    return scenario.browser(person).post(comments_of(scenario.people[about]), {"text": text}, follow=True)


def renamed(scenario, title, *, by="manager", person="reader"):
    member = scenario.people[person]
    return change_member(
        member, by=scenario.actor(by), name=member.name, agency=member.agency, email=member.email, job_title=title
    )


def test_a_comment_stands_under_its_record_and_in_the_audit(scenario):
    page = say(scenario, "Seen on Tuesday.")

    assert "Manager, Exampleshire Council Seen on Tuesday." in words(page)
    assert AuditEntry.objects.filter(doing="commented", record_name="Comment on Reader").count() == 2
    shown = words(scenario.browser("board").get(f"/p/exampleshire/people/{scenario.people['reader'].pk}/"))
    assert "2 comments" in shown


def test_whoever_is_mentioned_finds_it_until_they_have_read_it(scenario):
    say(scenario, "Can you say, @analyst, and @Owner?")
    browser = scenario.browser("analyst")

    assert "Manager mentioned you on Reader Can you say, @analyst, and @Owner?" in words(browser.get(FOR_YOU))
    assert "1 thing is new." in words(scenario.browser("owner").get(FOR_YOU))
    assert "Nothing new waits for you." in words(browser.post(FOR_YOU, follow=True))


def test_a_name_that_nobody_bears_is_said_and_the_text_stays(scenario):
    answer = say(scenario, "Ask @Nobody Known about it")

    assert answer.status_code == 400
    assert "“@Nobody Known” is nobody here. Write the name as it stands under People." in words(answer)
    assert "Ask @Nobody Known about it</textarea>" in answer.text


def test_nobody_of_another_partnership_can_be_mentioned(scenario):
    assert say(scenario, "Ask @Outsider").status_code == 400
    assert not Mention.objects.filter(member=scenario.people["outsider"]).exists()


def test_an_email_address_mentions_nobody(scenario):
    assert say(scenario, "Write to desk@exampleshire.example.").status_code == 200


def test_what_looks_like_a_case_is_refused(scenario):
    answer = say(scenario, "NHS number 943 476 5919")

    assert answer.status_code == 400
    assert "This looks like an NHS number." in words(answer)


def test_a_comment_with_script_is_shown_as_typed(scenario):
    answer = say(scenario, "<script>alert(1)</script>")

    assert "&lt;script&gt;alert(1)" in answer.text
    assert "<script>alert" not in answer.text


def test_a_reader_reads_comments_and_adds_none(scenario):
    browser = scenario.browser("reader")

    assert "Add the comment" not in browser.get(comments_of(scenario.people["board"])).text
    assert browser.post(comments_of(scenario.people["board"]), {"text": "Me too"}).status_code == 403


def test_a_record_of_another_partnership_has_no_comments_here(scenario):
    outside = comments_of(scenario.people["outsider"])

    assert scenario.browser("manager").get(outside).status_code == 404
    assert scenario.browser("manager").post(outside, {"text": "Hello"}).status_code == 404
    assert scenario.browser("manager").get(f"/p/exampleshire/records/{uuid.uuid4()}/comments/").status_code == 404


def test_only_whoever_wrote_a_comment_takes_it_back_and_the_audit_keeps_it(scenario):
    say(scenario, "A slip.")
    comment = Comment.objects.get(text="A slip.")
    address = f"/p/exampleshire/comments/{comment.pk}/"

    assert scenario.browser("analyst").post(address).status_code == 403
    assert "A slip." not in words(scenario.browser("manager").post(address, follow=True))
    assert AuditEntry.objects.get(doing="took back a comment").changes["text"] == ["A slip.", None]


def test_whoever_follows_a_record_is_told_what_others_do_to_it(scenario):
    follow = f"/p/exampleshire/records/{scenario.people['reader'].pk}/follow/"
    browser = scenario.browser("analyst")
    assert "Follow Reader?" in words(browser.get(follow))
    browser.post(follow)

    renamed(scenario, "Clerk")
    say(scenario, "Now a clerk.")

    page = words(browser.get(FOR_YOU))
    assert "Manager changed a person: Reader" in page
    assert "Manager commented on Reader Now a clerk." in page
    assert "Stop following Reader?" in words(browser.get(follow))
    browser.post(follow)
    assert "Nothing new waits for you." in words(browser.get(FOR_YOU))


def test_whoever_comments_follows_and_is_not_told_of_their_own_doing(scenario):
    say(scenario, "Watch this.")
    renamed(scenario, "Clerk")

    assert "Nothing new waits for you." in words(scenario.browser("manager").get(FOR_YOU))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@Mo Manager and more", ["Mo Manager"]),
        ("(@mo manager)", ["Mo Manager"]),
        ("@Mo Managerial", ["Mo"]),
        ("@Mo", ["Mo"]),
        ("@Mo Manager, @Mo", ["Mo", "Mo Manager"]),
        ("mo@manager.example", []),
        ("at 5 @ 10 pounds", []),
        ("@@Mo", ["Mo"]),
        ("@nobody", None),
    ],
)
def test_names_after_an_at(text, expected):
    people = [Target(uuid.uuid4(), name, "") for name in ("Mo Manager", "Mo", "Ana Lyst")]
    if expected is None:
        with pytest.raises(ValidationError):
            mentioned(text, people)
    else:
        assert [one.name for one in mentioned(text, people)] == expected
