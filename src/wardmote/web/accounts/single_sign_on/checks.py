"""What has to hold of an ID token (OpenID Connect Core 1.0, sections 3.1.3.7 and 5.3.2).

The library takes a token that it fetched itself without looking at its signature, sends no nonce, and does not compare
whom the two answers are about. Here a token counts only if the provider signed it, for this very browser.
"""

import hashlib
import secrets
from typing import Any

import jwt
from allauth.socialaccount.internal import jwtkit
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from django.http import HttpRequest

# Signatures by a key that only the provider holds: never "none", and never a secret that both sides know.
ALGORITHMS = frozenset({"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"})
_KEY = "single_sign_on_secret"


def nonce_for(request: HttpRequest) -> str:
    """What the provider is asked to put into the token: it tells nothing of the secret that the session keeps."""
    secret = request.session.setdefault(_KEY, secrets.token_urlsafe(32))
    return hashlib.sha256(secret.encode()).hexdigest()


def checked_token(id_token: str, *, request: HttpRequest, keys_url: str, issuer: str, audience: str) -> dict[str, Any]:
    """What a token says. Raises `OAuth2Error` unless it is signed, in force, and meant for this site and browser."""
    try:
        algorithm = jwt.get_unverified_header(id_token).get("alg")
        if algorithm not in ALGORITHMS:
            raise OAuth2Error(f"An ID token may not be signed by {algorithm}")
        said: dict[str, Any] = jwtkit.verify_and_decode(
            credential=id_token,
            keys_url=keys_url,
            issuer=issuer,
            audience=audience,
            lookup_kid=jwtkit.lookup_kid_jwk,
            verify_signature=True,
        )
    except (jwt.PyJWTError, KeyError, TypeError, ValueError) as error:
        raise OAuth2Error("The ID token cannot be read") from error
    if not secrets.compare_digest(str(said.get("nonce", "")), nonce_for(request)):
        raise OAuth2Error("The ID token was asked for by another browser")
    return said


def same_person(token: dict[str, Any], userinfo: dict[str, Any]) -> None:
    """Raises `OAuth2Error` where the provider's two answers are about different people."""
    if not token.get("sub") or token["sub"] != userinfo.get("sub"):
        raise OAuth2Error("The provider's answers are about different people")
