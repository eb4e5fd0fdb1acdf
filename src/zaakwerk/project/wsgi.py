"""WSGI: the application a server runs."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zaakwerk.project.settings")
application = get_wsgi_application()

from zaakwerk.zaken.inzage import BUFFER  # noqa: E402 - models exist from here on

BUFFER.is_on = True
