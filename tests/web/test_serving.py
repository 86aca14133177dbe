"""The site as it is started."""

import socket
from urllib.request import urlopen

import pytest
from system.serving import served

from wardmote.errors import BadInput
from wardmote.web.serving import is_loopback, open_site


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.8.8.8"])
def test_this_machine_is_this_machine(host):
    assert is_loopback(host)


@pytest.mark.parametrize(
    "host", ["0.0.0.0", "::", "192.168.1.4", "10.0.0.1", "example.org", "localhost.example.org", ""]
)
def test_another_host_is_refused(host, smallshire):
    with pytest.raises(BadInput, match=r"served to this machine only\. Leave the host out, or give 127\.0\.0\.1"):
        open_site(smallshire, host=host, port=0)


def test_a_folder_that_is_no_workspace_is_refused(tmp_path):
    with pytest.raises(BadInput, match="is not a workspace"):
        open_site(tmp_path, port=0)


def test_a_port_that_is_taken_is_said_to_be_taken(smallshire):
    with (
        socket.create_server(("127.0.0.1", 0)) as taken,
        pytest.raises(BadInput, match=r"another program may be using the port\. Give another port"),
    ):
        open_site(smallshire, port=taken.getsockname()[1])


def test_the_site_answers_at_the_address_that_it_prints(smallshire):
    with served(smallshire) as address:
        page = read(f"{address}loads/").decode()
        style = read(f"{address}static/vendor/govuk/govuk-frontend.min.css")

    assert "rows were read in 5 loads" in page
    assert b".govuk-button" in style


def read(address):
    with urlopen(address, timeout=60) as answer:
        return answer.read()
