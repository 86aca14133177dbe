"""How people sign in: allauth's settings, and a council's own single sign-on where the workspace names one."""

from typing import Any

_CHECKED = "wardmote.web.accounts.single_sign_on.provider.CheckedProvider"


def single_sign_on(settings: dict[str, Any]) -> dict[str, Any]:
    """allauth's providers for `[sign-in.oidc]`, whose keys are name, server, client-id and client-secret."""
    oidc = settings.get("sign-in", {}).get("oidc")
    if not oidc:
        return {"openid_connect": {"provider_class": _CHECKED}}
    app = {
        "provider_id": "council",
        "name": oidc.get("name", "your organisation"),
        "client_id": oidc["client-id"],
        "secret": oidc["client-secret"],
        "settings": {"server_url": oidc["server"], "oauth_pkce_enabled": True},
    }
    return {"openid_connect": {"APPS": [app], "EMAIL_AUTHENTICATION": True, "provider_class": _CHECKED}}


def mailers(settings: dict[str, Any], *, outbox: Any) -> dict[str, Any]:
    """The council's mail server where `[email]` names one; without one, letters are kept as files in the workspace."""
    email = settings.get("email")
    if not email:
        return {
            "default": {
                "BACKEND": "django.core.mail.backends.filebased.EmailBackend",
                "OPTIONS": {"file_path": str(outbox)},
            }
        }
    options = {"host": email["host"], "port": email.get("port", 587), "use_tls": email.get("tls", True)}
    for name in ("username", "password"):
        if name in email:
            options[name] = email[name]
    return {"default": {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": options}}
