"""The examples of docs/how-to/api.md are run as they stand, against the site."""

import re
import shlex
from urllib.parse import urlsplit

import pytest
import requests
from architecture.tree import ROOT
from django.test import Client
from requests.adapters import BaseAdapter

from wardmote.web.risks.models import Grant

GUIDE = (ROOT / "docs" / "how-to" / "api.md").read_text(encoding="utf-8")
SITE = "http://127.0.0.1:8000"


class ToTheSite(BaseAdapter):
    """Carries what `requests` sends to the site without a network."""

    def send(self, request, **_):
        answer = ask(request.method, request.url, dict(request.headers), request.body or b"")
        told = requests.Response()
        told.status_code, told._content, told.request, told.url = (
            answer.status_code,
            answer.content,
            request,
            request.url,
        )
        told.headers.update(answer.headers)
        return told

    def close(self):
        """There is nothing to close."""


def ask(method, url, headers, body=b""):
    parts = urlsplit(url)
    kind = headers.pop("Content-Type", "application/json")
    headers = {
        name.lower(): value for name, value in headers.items() if name.lower() not in {"content-length", "cookie"}
    }
    address = f"{parts.path}?{parts.query}"
    return Client(headers={"host": "127.0.0.1", **headers}).generic(method, address, body, content_type=kind)


def blocks(language):
    return re.findall(rf"```{language}\n(.*?)```", GUIDE, flags=re.DOTALL)


def test_the_examples_in_python_do_what_they_say(scenario, monkeypatch, capsys):
    monkeypatch.setenv("WARDMOTE_TOKEN", scenario.tokens["manager"])
    monkeypatch.setattr(requests.sessions, "HTTPAdapter", ToTheSite)

    exec("\n".join(blocks("python")), {})

    assert Grant.objects.get(title="Safer Streets").amount == 260_000
    assert "Nothing was brought in yet." in capsys.readouterr().out


@pytest.mark.parametrize("command", [one for one in blocks("sh") if one.startswith("curl")])
def test_the_examples_for_the_shell_answer(scenario, command):
    _, _, header, url = shlex.split(command.replace("$WARDMOTE_TOKEN", scenario.tokens["manager"]))
    name, _, value = header.partition(": ")

    answer = ask("GET", url, {name: value})

    assert (answer.status_code, answer.json()["count"]) == (200, 1)
