"""What the addresses of core name: a comment on the record that accounts gives as an example."""

from wardmote.web.core.commenting import add_comment
from wardmote.web.core.subjects import subject_of


def examples(made):
    by = made.actor("manager")
    return {
        "operation": "grant-add",
        "comment": add_comment(by=by, on=subject_of(by, made.people["reader"].pk), text="Good to know.").pk,
    }
