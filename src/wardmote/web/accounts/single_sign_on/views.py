"""Going to the council's sign-in, and coming back from it."""

from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from requests import RequestException

from wardmote.web.accounts.single_sign_on.provider import CheckedAdapter


def login(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Ask once, and go there."""
    return _by(OAuth2LoginView, request, provider_id)


def callback(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Let in whoever comes back with what holds."""
    return _by(OAuth2CallbackView, request, provider_id)


def _by(view: type, request: HttpRequest, provider_id: str) -> HttpResponse:
    try:
        answer: HttpResponse = view.adapter_view(CheckedAdapter(request, provider_id))(request)  # type: ignore[attr-defined]
    except RequestException:
        # It cannot be reached, or does not say what a provider says.
        return render(request, "socialaccount/authentication_error.html", status=502)
    except SocialApp.DoesNotExist as error:
        raise Http404("No single sign-on is set up under this name.") from error
    return answer
