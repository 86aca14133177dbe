"""How the site is set up: one workspace, its partnership database, and who may come in."""

import os
from pathlib import Path
from urllib.parse import urlsplit

from django.utils.csp import CSP

from wardmote.web.config.menu import SITE_MENU
from wardmote.web.config.sign_in import mailers, single_sign_on
from wardmote.web.config.workspace import database, secret_key, site_settings

__all__ = ["SITE_MENU"]

WARDMOTE_WORKSPACE = Path(os.environ.get("WARDMOTE_WORKSPACE", ".")).resolve()
_WORKSPACE = site_settings(WARDMOTE_WORKSPACE)

# The address under which people reach the site, where it is served to more than this machine.
SITE_ADDRESS = str(_WORKSPACE.get("site", {}).get("address", ""))
_HOST = urlsplit(SITE_ADDRESS).hostname
_IS_HTTPS = SITE_ADDRESS.startswith("https:")

SECRET_KEY = secret_key(WARDMOTE_WORKSPACE)
DEBUG = False
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", *([_HOST] if _HOST else [])]
CSRF_TRUSTED_ORIGINS = [SITE_ADDRESS.rstrip("/")] if _HOST else []
DATABASES = {"default": database(WARDMOTE_WORKSPACE, _WORKSPACE)}

ROOT_URLCONF = "wardmote.web.config.urls"
WSGI_APPLICATION = "wardmote.web.config.wsgi.application"
# Ours come before allauth, so that our templates stand in place of its own.
INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "wardmote.web.core",
    "wardmote.web.accounts",
    "wardmote.web.insight",
    "wardmote.web.plans",
    "wardmote.web.activity",
    "wardmote.web.risks",
    "wardmote.web.governance",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
]

# CommonMiddleware stands before the static files so that the Host header is checked for every answer.
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.middleware.common.CommonMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "wardmote.web.core.uploads.RefuseTooLarge",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "wardmote.web.core.headers.add_headers",
    "wardmote.web.core.errors.ErrorsInWords",
    "wardmote.web.accounts.gate.Gate",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "wardmote.web.core.site.site",
            ],
        },
    }
]

MEASURE_SHOWN_BY = "wardmote.web.insight.presenters.shown.measure_shown"
PLAN_TOLD_BY = "wardmote.web.plans.queries.carried_out.plan_carried_out"

STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
# allauth asks for its sentences through the translation system; they are in British English all the same.
USE_I18N = True
LANGUAGES = [("en-gb", "English")]

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGOUT_REDIRECT_URL = "/account/login/"
ACCOUNT_ADAPTER = "wardmote.web.accounts.adapters.ClosedAccounts"
SOCIALACCOUNT_ADAPTER = "wardmote.web.accounts.adapters.ClosedSingleSignOn"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_PREVENT_ENUMERATION = True
# A whole council comes from one address at nine in the morning; sign-ins that fail are still few for each person.
ACCOUNT_RATE_LIMITS = {"login": "600/m/ip", "login_failed": "100/m/ip,5/5m/key"}
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
MFA_ADAPTER = "wardmote.web.accounts.adapters.SecondFactors"
MFA_FORMS = {"add_webauthn": "wardmote.web.accounts.forms.sign_in.AddPasskeyForm"}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Wardmote"
# Browsers offer passkeys on https and on this very machine.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not _IS_HTTPS
SECOND_FACTOR_IS_REQUIRED = _WORKSPACE.get("sign-in", {}).get("second-factor", "required") == "required"
SOCIALACCOUNT_PROVIDERS = single_sign_on(_WORKSPACE)
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_STORE_TOKENS = False
MAILERS = mailers(_WORKSPACE, outbox=WARDMOTE_WORKSPACE / "outbox")
DEFAULT_FROM_EMAIL = str(_WORKSPACE.get("email", {}).get("from", "wardmote@localhost"))

SESSION_COOKIE_AGE = 10 * 60 * 60
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _IS_HTTPS
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "wardmote.web.core.errors.form_expired"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _IS_HTTPS else None
SECURE_HSTS_SECONDS = 31_536_000 if _IS_HTTPS else 0
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000

# A file may hold names: it is taken in memory, and never through a temporary file. See also `serving`.
LARGEST_UPLOAD_MB = 64
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = (LARGEST_UPLOAD_MB + 1) * 1_000_000
DATA_UPLOAD_MAX_NUMBER_FILES = 1_000

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF],
    "font-src": [CSP.NONE],
    "connect-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler"}},
    "loggers": {"django": {"handlers": ["stderr"], "level": "ERROR"}},
}
