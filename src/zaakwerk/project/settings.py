"""Settings: Django's, derived from the few settings an operator has (see environment.py)."""

from pathlib import Path

from zaakwerk.project import environment

PACKAGE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = environment.data_dir()
SECRET_KEY = environment.secret_key(DATA_DIR)
PUBLIC_URL = environment.public_url()
ALLOWED_HOSTS = environment.allowed_hosts(PUBLIC_URL)
OIDC_ISSUER = environment.oidc_issuer()
OIDC_CLIENT_ID = environment.read("ZAAKWERK_OIDC_CLIENT_ID")
OIDC_CLIENT_SECRET = environment.read("ZAAKWERK_OIDC_CLIENT_SECRET")
OIDC_GROUPS_CLAIM = environment.read("ZAAKWERK_OIDC_GROUPS_CLAIM")
OUTBOUND_HOSTS = environment.outbound_hosts(OIDC_ISSUER)
OWN_API = environment.own_api()
OIN = environment.oin()
METRICS_TOKEN = environment.read("ZAAKWERK_METRICS_TOKEN")
SERVE_ADDRESS = environment.read("ZAAKWERK_SERVE_ADDRESS")
DEBUG = False
IS_SECURE = PUBLIC_URL.startswith("https://")

DATABASES = {"default": environment.database(DATA_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "zaakwerk.zgw",
    "zaakwerk.design",
    "zaakwerk.autorisaties",
    "zaakwerk.notificaties",
    "zaakwerk.selectielijst",
    "zaakwerk.basisregistraties",
    "zaakwerk.catalogi",
    "zaakwerk.documenten",
    "zaakwerk.zaken",
    "zaakwerk.besluiten",
    "zaakwerk.kader",
    "zaakwerk.werkvoorraad",
    "zaakwerk.werkplek",
    "zaakwerk.mijn",
    "zaakwerk.beheer",
]

MIDDLEWARE = [
    "zaakwerk.project.watching.Watched",
    "zaakwerk.project.middleware.SecurityHeaders",
    "zaakwerk.project.middleware.WhiteNoise",
    "zaakwerk.project.middleware.PortalCookie",
    "zaakwerk.project.middleware.Session",
    "zaakwerk.project.middleware.Locale",
    "zaakwerk.project.middleware.Common",
    "zaakwerk.project.middleware.Csrf",
    "zaakwerk.project.middleware.Authentication",
    "zaakwerk.project.middleware.Messages",
    "zaakwerk.project.middleware.Clickjacking",
    "zaakwerk.project.middleware.Htmx",
    "zaakwerk.project.middleware.Problems",
]
APPEND_SLASH = True

ROOT_URLCONF = "zaakwerk.project.urls"
WSGI_APPLICATION = "zaakwerk.project.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "zaakwerk.project.context.demo_accounts",
            ]
        },
    }
]

AUTH_USER_MODEL = "autorisaties.Medewerker"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "/werk/inloggen"
LOGIN_REDIRECT_URL = "/werk/"

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
LOCALE_PATHS = [PACKAGE_DIR / "locale"]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True

STATIC_URL = "/static/"
STATICFILES_DIRS: list[Path] = []
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
DOCUMENTS_DIR = environment.documents_dir(DATA_DIR)
PART_SIZE = environment.part_size()
DOCUMENTS_S3 = environment.documents_s3()
CLAMAV_URL = environment.clamav_url()
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
FILE_UPLOAD_MAX_MEMORY_SIZE = 1_048_576

# How to declare a job: zaakwerk/project/jobs.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

SESSION_COOKIE_NAME = "zaakwerk"
SESSION_COOKIE_AGE = 8 * 3600
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_SECURE
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "zaakwerk.project.errors.csrf_failure"
SECURE_HSTS_SECONDS = 31_536_000 if IS_SECURE else 0
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if IS_SECURE:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "zaakwerk.project.logging.Lines"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "django.request": {"level": "ERROR"},
        "django.security.DisallowedHost": {"level": "CRITICAL"},
    },
}
