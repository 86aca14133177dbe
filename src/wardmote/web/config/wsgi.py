"""The site as a WSGI application; `WARDMOTE_WORKSPACE` in the environment says which workspace it shows."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wardmote.web.config.settings")

application = get_wsgi_application()
