"""An OpenID provider on loopback, as a council has one: discovery, authorization with PKCE, tokens, keys and userinfo.

It is honest unless it is told to lie; `lie` names what is wrong with the next ID token.
"""

import base64
import hashlib
import hmac
import json
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET = "wardmote", "a secret of the client"
_KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
_STRANGERS_KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)


class IdentityProvider:
    """Whom it signs in is `person`; what it was asked stands in `asked`."""

    def __init__(self) -> None:
        self.person: dict[str, object] = {}
        self.lie = ""
        self.asked: dict[str, str] = {}
        self._codes: dict[str, dict[str, str]] = {}
        self._tokens: set[str] = set()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self.address = f"http://127.0.0.1:{self._server.server_port}"

    @contextmanager
    def answering(self) -> Iterator["IdentityProvider"]:
        thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self._server.shutdown()
            self._server.server_close()
            thread.join()

    def discovery(self) -> dict[str, object]:
        return {
            "issuer": self.address,
            "authorization_endpoint": f"{self.address}/authorize",
            "token_endpoint": f"{self.address}/token",
            "userinfo_endpoint": f"{self.address}/userinfo",
            "jwks_uri": f"{self.address}/keys",
            "response_types_supported": ["code"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
        }

    def keys(self) -> dict[str, object]:
        key = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(_KEY.public_key()))
        return {"keys": [{**key, "kid": "one", "alg": "RS256", "use": "sig"}]}

    def authorize(self, asked: dict[str, str]) -> str:
        """Where the browser goes with its code. Whoever asks without PKCE or for another client gets none."""
        self.asked = asked
        is_right = asked["client_id"] == CLIENT and asked["code_challenge_method"] == "S256"
        if not is_right or "openid" not in asked["scope"].split():
            return f"{asked['redirect_uri']}?{urlencode({'error': 'invalid_request', 'state': asked['state']})}"
        code = secrets.token_urlsafe(16)
        self._codes[code] = asked
        return f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"

    def token(self, sent: dict[str, str]) -> dict[str, object] | None:
        """Tokens for a code, once, to whom it was given; None where that does not hold."""
        asked = self._codes.pop(sent.get("code", ""), None)
        if asked is None or (sent["client_id"], sent["client_secret"]) != (CLIENT, SECRET):
            return None
        digest = hashlib.sha256(sent["code_verifier"].encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        if not hmac.compare_digest(challenge, asked["code_challenge"]) or sent["redirect_uri"] != asked["redirect_uri"]:
            return None
        access = secrets.token_urlsafe(16)
        self._tokens.add(access)
        return {"access_token": access, "token_type": "Bearer", "expires_in": 60, "id_token": self._id_token(asked)}

    def userinfo(self, access: str) -> dict[str, object] | None:
        if access not in self._tokens:
            return None
        return {**self.person, **({"sub": "somebody-else"} if self.lie == "subject" else {})}

    def _id_token(self, asked: dict[str, str]) -> str:
        now = int(time.time())
        said = {
            "iss": "https://elsewhere.example" if self.lie == "issuer" else self.address,
            "aud": "another-client" if self.lie == "audience" else CLIENT,
            "sub": self.person["sub"],
            "iat": now,
            "exp": now - 60 if self.lie == "expired" else now + 60,
            "nonce": "another-nonce" if self.lie == "nonce" else asked.get("nonce", ""),
        }
        if self.lie == "unsigned":
            return jwt.encode(said, None, algorithm="none", headers={"kid": "one"})
        if self.lie == "shared-secret":
            return jwt.encode(said, SECRET * 2, algorithm="HS256", headers={"kid": "one"})
        if self.lie == "no-token":
            return ""
        key = _STRANGERS_KEY if self.lie == "signature" else _KEY
        return jwt.encode(said, key, algorithm="RS256", headers={"kid": "two" if self.lie == "unknown-key" else "one"})


def _handler(provider: IdentityProvider) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            if parts.path == "/authorize":
                self.send_response(302)
                self.send_header("Location", provider.authorize(_flat(parts.query)))
                self.end_headers()
                return
            access = self.headers.get("Authorization", "").removeprefix("Bearer ")
            answers = {
                "/.well-known/openid-configuration": provider.discovery,
                "/keys": provider.keys,
                "/userinfo": lambda: provider.userinfo(access),
            }
            self._answer(answers[parts.path]() if parts.path in answers else None)

        def do_POST(self) -> None:
            sent = self.rfile.read(int(self.headers["Content-Length"])).decode()
            self._answer(provider.token(_flat(sent)) if self.path == "/token" else None)

        def log_message(self, *args: object) -> None:
            """Nothing is printed among the results of tests."""

        def _answer(self, body: dict[str, object] | None) -> None:
            content = json.dumps(body or {"error": "invalid_grant"}).encode()
            self.send_response(200 if body else 400)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

    return Handler


def _flat(query: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(query).items()}
