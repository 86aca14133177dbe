"""Forms as GOV.UK components: the class names that each kind of field takes, and dates typed as people write them."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError

from wardmote.web.core.models import Record

_CLASSES: dict[type[forms.Widget], str] = {
    forms.Textarea: "govuk-textarea",
    forms.Select: "govuk-select",
    forms.SelectMultiple: "govuk-select",
    forms.FileInput: "govuk-file-upload",
}
DATE_FORMATS = ["%Y-%m-%d", "%d/%m/%Y", "%d %B %Y", "%d %b %Y", "%d.%m.%Y"]


def dress(form: forms.BaseForm) -> None:
    """Give each field the class of its GOV.UK component; `components/fields.html` sets them out."""
    for name, field in form.fields.items():
        widget = field.widget
        widget.attrs["class"] = _css(widget)
        if isinstance(field, forms.DateField):
            field.input_formats = DATE_FORMATS
            widget.attrs["class"] += " govuk-input--width-10"
            field.help_text = field.help_text or "For example, 27/3/2027"
            field.error_messages["invalid"] = f"{field.label}: write a real date, such as 27/3/2027"
        if field.required:
            field.error_messages["required"] = f"{field.label or name} is missing"


def _css(widget: forms.Widget) -> str:
    return next((css for kind, css in _CLASSES.items() if isinstance(widget, kind)), "govuk-input")


class Form(forms.Form):
    """A form of a page. It keeps what was typed, and says beside each field what is wrong with it.

    `record` is the one that it corrects: whose fields it holds, or what that record is joined to.
    """

    # Required is said in words after sending: a browser's own bubbles are not read out everywhere.
    use_required_attribute = False
    # What the form asks besides, in words, where only the record says which fields those are.
    asks_more: ClassVar[str] = ""
    # Of the record, where the form holds what one holds: the version that was seen; "" for none.
    version: str = ""

    def __init__(self, *args: Any, record: Record | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.record = record
        dress(self)

    @classmethod
    def described(cls) -> dict[str, forms.Field]:
        """The fields as they are for everybody: those of a member's own form may offer more exact choices."""
        return dict(cls.base_fields)

    def bind(self, data: Any, files: Any) -> None:
        """What was sent, from now on."""
        self.data, self.files, self.is_bound, self._errors = data, files, True, None

    @contextmanager
    def errors_of_action(self) -> Iterator[None]:
        """What an action finds wrong is said beside the field that it names."""
        try:
            yield
        except ValidationError as error:
            for name, messages in _by_field(error).items():
                self.add_error(name if name in self.fields else None, messages)


def _by_field(error: ValidationError) -> dict[str, list[str]]:
    return error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
