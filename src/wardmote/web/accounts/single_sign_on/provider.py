"""allauth's OpenID Connect, with the checks of `checks` in place of its own."""

from typing import Any

from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.http import HttpRequest

from wardmote.web.accounts.single_sign_on.checks import checked_token, nonce_for, same_person


class CheckedAdapter(OpenIDConnectOAuth2Adapter):
    """Takes nobody's word without a signature."""

    def complete_login(self, request: HttpRequest, app: Any, token: Any, **kwargs: Any) -> Any:
        """Whom the provider signed in. Raises `OAuth2Error` where that does not hold."""
        id_token = kwargs["response"].get("id_token")
        if not id_token:
            raise OAuth2Error("The provider sent no ID token")
        said = checked_token(
            id_token,
            request=request,
            keys_url=self.openid_config["jwks_uri"],
            issuer=self.openid_config["issuer"],
            audience=app.client_id,
        )
        userinfo = self._fetch_user_info(token.token)
        same_person(said, userinfo)
        return self.get_provider().sociallogin_from_response(request, {"userinfo": userinfo, "id_token": said})


class CheckedProvider(OpenIDConnectProvider):
    """Asks for a nonce, and for nothing that the address bar adds."""

    oauth2_adapter_class = CheckedAdapter

    def get_auth_params_from_request(self, request: HttpRequest, action: str) -> dict[str, Any]:
        """What the provider is asked beside the usual."""
        return {**self.get_auth_params(), "nonce": nonce_for(request)}

    def get_scope_from_request(self, request: HttpRequest) -> list[str]:
        """Only what the settings say."""
        return self.get_scope()


provider_classes = [CheckedProvider]
