"""Where single sign-on begins and where it comes back; allauth looks for these beside the provider."""

from django.urls import path

from wardmote.web.accounts.single_sign_on import views

urlpatterns = [
    path("oidc/<str:provider_id>/login/", views.login, name="openid_connect_login"),
    path("oidc/<str:provider_id>/login/callback/", views.callback, name="openid_connect_callback"),
]
