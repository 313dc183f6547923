"""Settings of the example; of Django's own only those that it needs."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

BASE_DIR = Path(os.environ.get("TOWN_FOLDER", Path(__file__).parents[1]))
SECRET_KEY = os.environ.get("DJANGO_SECRET_KEY") or secrets.token_urlsafe()
DEBUG = False
ALLOWED_HOSTS = ["localhost", "testserver"]
INSTALLED_APPS = ["town"]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.locale.LocaleMiddleware",
]
ROOT_URLCONF = "host.urls"
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}]
LANGUAGES = [("en", "English"), ("zh-hans", "中文")]
LANGUAGE_CODE = "en"
TIME_ZONE, USE_TZ = "Asia/Shanghai", True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# The host's own tables: names, logins, whatever it keeps.
DATABASES = {
    "default": {"ENGINE": "django.db.backends.sqlite3", "NAME": BASE_DIR / "host.sqlite3"},
}

# Facts on duties lie in a store beside it. It is no database of the ORM: no migration touches it,
# and no name of the host's goes into it. With fengqiao-sql it may be another schema of the
# same server: "postgresql+psycopg://user@host/database?schema=fengqiao".
FENGQIAO = {
    "url": f"sqlite:///{BASE_DIR / 'fengqiao.db'}",
    "packs": ["wuhai"],
    "config": None,
    "zone": TIME_ZONE,
}
