"""The REST API: each room's router under the partnership that the address names, described by OpenAPI."""

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.security import HttpBearer

from wardmote import __version__
from wardmote.errors import BadInput, WardmoteError
from wardmote.web.accounts.api import router as accounts
from wardmote.web.activity.api import router as activity
from wardmote.web.core.actors import Refused
from wardmote.web.governance.api import router as governance
from wardmote.web.plans.api import router as plans
from wardmote.web.risks.api import router as risks


class _Nobody(HttpBearer):
    """An operation that does not say who may use it answers nobody."""

    def authenticate(self, request: HttpRequest, token: str) -> None:
        return None


api = NinjaAPI(title="Wardmote", version=__version__, auth=_Nobody(), urls_namespace="api-1", docs_url=None)
api.add_router("/p/{partnership}/", accounts)
api.add_router("/p/{partnership}/", governance)
api.add_router("/p/{partnership}/", plans)
api.add_router("/p/{partnership}/", activity)
api.add_router("/p/{partnership}/", risks)


def _answer(request: HttpRequest, sentence: str, *, status: int) -> HttpResponse:
    return api.create_response(request, {"detail": sentence}, status=status)


@api.exception_handler(Refused)
def refused(request: HttpRequest, error: Refused) -> HttpResponse:
    """What the token's role may not do."""
    return _answer(request, error.sentence, status=403)


@api.exception_handler(WardmoteError)
def in_words(request: HttpRequest, error: WardmoteError) -> HttpResponse:
    """What the caller can mend."""
    return _answer(request, error.sentence, status=400 if isinstance(error, BadInput) else 404)


@api.exception_handler(ValidationError)
def not_as_it_should_be(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """What an action finds wrong with what was sent."""
    return _answer(request, " ".join(error.messages), status=422)


@api.exception_handler(Http404)
def missing(request: HttpRequest, error: Http404) -> HttpResponse:
    """What is not in this partnership."""
    named = [argument for argument in error.args if isinstance(argument, str)]
    return _answer(request, named[0] if named else "There is nothing at this address.", status=404)
