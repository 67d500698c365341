"""Django's settings. What a municipality sets is in the environment (docs/drift/indstillinger.md)."""

import os
from pathlib import Path

from samspil.config.environment import database, flag, text

ROOT = Path(__file__).resolve().parent.parent.parent
DEBUG = False
DEMO = flag("SAMSPIL_DEMO")
DEMO_PEOPLE = ROOT / "samspil" / "config" / "demo_people.toml"
MOVABLE_CLOCK = flag("SAMSPIL_MOVABLE_CLOCK")

SECRET_KEY = text("SECRET_KEY")
VISIT_SECRET = text("VISIT_SECRET").encode()
DATA_KEYS = text("DATA_KEYS")
"""Named 32-byte keys, the current one first: `name:base64,older:base64` (samspil.lib.sealing)."""
LOG_KEY = text("LOG_KEY").encode()
SEAL_FOLDER = Path(text("SEAL_FOLDER", str(ROOT / ".state" / "seals")))

ALLOWED_HOSTS = text("HOSTS", "localhost,127.0.0.1").split(",")
SITE_ADDRESS = text("SITE_ADDRESS", "http://localhost:8000")
_secure = SITE_ADDRESS.startswith("https://")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "django_htmx",
    "template_partials",
    "procrastinate.contrib.django",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "samspil.audit",
    "samspil.ui",
    "samspil.authority",
    "samspil.accounts",
    "samspil.organisation",
    "samspil.circles",
    "samspil.documents",
    "samspil.post",
    "samspil.decisions",
    "samspil.words",
    "samspil.concerns",
    "samspil.cases",
    "samspil.meetings",
    "samspil.lifecycle",
    "samspil.intake",
    "samspil.desk",
    "samspil.practice",
    "samspil.public",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "samspil.config.headers.Headers",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "samspil.authority.middleware.Boundary",
]

ROOT_URLCONF = "samspil.config.urls"
WSGI_APPLICATION = "samspil.config.wsgi.application"
SHELL = "samspil.config.shell.make_shell"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
            ],
            "builtins": ["samspil.ui.templatetags.ui"],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.DjangoTemplates"

WORKER_URL = text("DATABASE_WORKER_URL", text("DATABASE_URL"))
"""The login that seals the log; in the worker's own process it is the only one."""
OWNER_ALIAS = "owner"
"""Migrations and the operator's commands; no request ever uses it."""
_web = database(text("DATABASE_URL"))
_owner = database(text("DATABASE_OWNER_URL", text("DATABASE_URL")))
DATABASES = {
    "default": {
        **_web,
        "ENGINE": "samspil.authority.backend",
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        # What a connection has asked twice is planned no more: planning under policies costs more than most answers.
        "OPTIONS": {**_web["OPTIONS"], "server_side_binding": True, "prepare_threshold": 2},
    },
    OWNER_ALIAS: {
        **_owner,
        "ENGINE": "django.db.backends.postgresql",
        "OPTIONS": {**_owner["OPTIONS"], "assume_role": "samspil_owner"},
    },
}
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "default"},
    # Public pages alone: nothing that a person sees after log-in is ever kept.
    "public": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "public"},
}
DATABASE_ROUTERS = ["samspil.config.routers.OneDatabase"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"

AUTH_USER_MODEL = "accounts.Account"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["email"]},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "/log-ind/"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
MFA_ADAPTER = "samspil.accounts.adapter.FactorAdapter"
MFA_SUPPORTED_TYPES = ["recovery_codes", "totp", "webauthn"]
MFA_TOTP_TOLERANCE = 1
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not _secure

SESSION_ENGINE = "samspil.accounts.sessions"
SESSION_COOKIE_AGE = 10 * 3600
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _secure
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_NAME = "__Host-samspil" if _secure else "samspil"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SECURE_HSTS_SECONDS = 31_536_000 if _secure else 0
SECURE_SSL_REDIRECT = _secure
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if flag("BEHIND_PROXY") else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_TRUSTED_ORIGINS = [SITE_ADDRESS]
CSRF_FAILURE_VIEW = "samspil.ui.errors.page_too_old"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "base-uri": ["'none'"],
        "connect-src": ["'self'"],
        "font-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "img-src": ["'self'"],
        "manifest-src": ["'self'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
    }
}

LANGUAGE_CODE = "da"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
STATIC_ROOT = Path(text("STATIC_FOLDER", str(ROOT / ".state" / "static")))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = False
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024
# The largest form, a school year of ten bodies that meet every week, has three boxes for each of its 600 days.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
FILE_UPLOAD_HANDLERS = ["samspil.config.uploads.Bounded"]

EMAIL_BACKEND = text("MAIL_BACKEND", "django.core.mail.backends.filebased.EmailBackend")
EMAIL_FILE_PATH = text("MAIL_FOLDER", str(ROOT / ".state" / "mail"))
EMAIL_HOST = os.environ.get("MAIL_HOST", "localhost")
EMAIL_TIMEOUT = 10
EMAIL_PORT = int(os.environ.get("MAIL_PORT", "25"))
DEFAULT_FROM_EMAIL = text("MAIL_FROM", "samspil@localhost")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"bare": {"()": "samspil.config.logs.Bare"}},
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["bare"]}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
