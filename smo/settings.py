"""Settings, from the environment only (each variable is explained in `.env.example`).

A secret NAME may be given as NAME_FILE, the path of a file that holds it.
"""

import secrets
import sys
from pathlib import Path

import environ
import structlog
from celery.schedules import crontab
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from smo.launch.postgres import database_url

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.FileAwareEnv()

VAR = Path(env("SMO_VAR", default=str(BASE_DIR / "var"))).resolve()
PRODUCTION = env("SMO_ENVIRONMENT", default="development") == "production"
DEBUG = env.bool("DEBUG", default=False)
DEMO = env.bool("SMO_DEMO", default=False)


def _secret_key() -> str:
    """The key given by the environment; while developing, one made once and kept in SMO_VAR."""
    given = env("SECRET_KEY", default="")
    if given:
        return str(given)
    kept = VAR / "secret_key"
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(50))
    return kept.read_text()


if PRODUCTION:
    for refused, how in (
        (DEBUG, "DEBUG must be off in production: remove DEBUG from the environment."),
        (DEMO, "SMO_DEMO must be off in production: its accounts have a known password."),
        (
            len(env("SECRET_KEY", default="")) < 50 or "change-me" in env("SECRET_KEY", default=""),
            "SECRET_KEY (or SECRET_KEY_FILE) must hold a random text of at least 50 characters of your own.",
        ),
        (not env("DATABASE_URL", default=""), "DATABASE_URL (or DATABASE_URL_FILE) must name the database."),
        (not env("REDIS_URL", default=""), "REDIS_URL must name the Redis server."),
    ):
        if refused:
            raise ImproperlyConfigured(how)

SECRET_KEY = _secret_key()
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
BASE_URL = env("BASE_URL", default="http://127.0.0.1:8000")

INSTALLED_APPS = [
    "smo.apps.SmoConfig",
    "comms.apps.CommsConfig",
    "risks.apps.RisksConfig",
    "initiatives.apps.InitiativesConfig",
    "strategy.apps.StrategyConfig",
    "kpis.apps.KpisConfig",
    "org.apps.OrgConfig",
    "core.apps.CoreConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_celery_beat",
    "django_filters",
    "django_htmx",
    "django_structlog",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "pghistory",
    "pgtrigger",
    "rest_framework",
    "rules",
    "template_partials",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "core.middleware.LoggedRequests",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "core.middleware.SignInRequired",
    "core.middleware.ActingUser",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "core.middleware.ConflictPages",
]

ROOT_URLCONF = "smo.urls"
WSGI_APPLICATION = "smo.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "smo.home.navigation.navigation",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static", "core.templatetags.ui"],
        },
    }
]

# ---- database: DATABASE_URL, else the PostgreSQL that `make demo` and `make run` start under SMO_VAR
DATABASES = {"default": env.db_url("DATABASE_URL", default=database_url(VAR))}
DATABASES["default"]["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", default=60)
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DATABASES["default"]["DISABLE_SERVER_SIDE_CURSORS"] = True  # PgBouncer in transaction mode
SILENCED_SYSTEM_CHECKS = ["auth.W004"]  # e-mail is unique whatever its case: a constraint of org.User
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# ---- broker and cache: REDIS_URL, else files under SMO_VAR and memory
REDIS_URL = env("REDIS_URL", default="")
if REDIS_URL:
    CELERY_BROKER_URL = REDIS_URL
    # A lost broker must not hold a page up: what was stored is stored, the sweeper wakes the workers.
    CELERY_BROKER_TRANSPORT_OPTIONS: dict[str, object] = {
        "socket_timeout": 5,
        "socket_connect_timeout": 1,
        "max_retries": 1,
        "interval_start": 0,
        "interval_step": 0.1,
        "interval_max": 0.1,
    }
    CACHES = {
        "default": {
            "BACKEND": "core.cache.AbsentRedisCache",
            "LOCATION": REDIS_URL,
            "OPTIONS": {"socket_timeout": 1, "socket_connect_timeout": 1},
        }
    }
else:
    CELERY_BROKER_URL = "filesystem://localhost"
    CELERY_BROKER_TRANSPORT = "core.broker:Transport"
    _broker = VAR / "broker"
    CELERY_BROKER_TRANSPORT_OPTIONS = {
        "data_folder_in": str(_broker / "queue"),
        "data_folder_out": str(_broker / "queue"),
        "processed_folder": str(_broker / "processed"),
        "control_folder": str(_broker / "control"),
        "store_processed": False,
        "polling_interval": 0.1,
    }
    for _folder in ("queue", "processed", "control"):
        (_broker / _folder).mkdir(parents=True, exist_ok=True)
    CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
            "LOCATION": str(VAR / "cache"),
        }
    }

CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_PUBLISH_RETRY = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TIMEZONE = env("TIME_ZONE", default="UTC")
CELERY_BEAT_SCHEDULER = "django_celery_beat.schedulers:DatabaseScheduler"
CELERY_BEAT_MAX_LOOP_INTERVAL = 5
CELERY_BEAT_SCHEDULE = {
    "deliver what the broker lost": {"task": "core.sweep_outbox", "schedule": 15.0},
    "compute what the broker lost": {"task": "kpis.sweep_dirty", "schedule": 15.0},
    "take up scenarios again": {"task": "initiatives.sweep_scenarios", "schedule": 30.0},
    "send what was frozen": {"task": "comms.send_frozen", "schedule": 60.0},
    # Half an hour later again, for those whom a mail server that was away kept from their mail.
    "remind people of what is due": {
        "task": "comms.send_reminders",
        "schedule": crontab(hour=str(env.int("REMINDERS_HOUR", default=7)), minute="0,30"),
    },
    "compute everything": {"task": "kpis.roll_up_all", "schedule": crontab(hour="0", minute="20")},
    # After the night's computing: days come on which an assumption is to be looked at again.
    "pull the tripwires": {"task": "strategy.pull_wires", "schedule": crontab(hour="0", minute="50")},
    "tell of tasks that became late": {
        "task": "initiatives.tell_late_tasks",
        "schedule": crontab(hour="5", minute="40"),
    },
    "forget old answers and files": {"task": "core.prune", "schedule": crontab(hour="3", minute="10")},
}

# ---- people
AUTH_USER_MODEL = "org.User"
AUTHENTICATION_BACKENDS = ["org.sign_in.EmailBackend"]
PUBLIC_ROUTES = {
    "account_login",
    "account_logout",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "account_inactive",
    "mfa_authenticate",
    "set_language",
    "healthz",
    "readyz",
    "first_administrator",
    "guest_link",  # their secret lets guests into one consultation round
    "guest_consultation",
    "calendar_feed",  # its secret is one person's subscription
}
# Below these an address is a secret: whoever knows it gets in, so the log does not hold it.
SECRET_PATHS = ["/guest/", "/calendar-feed/"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "smo.home.landing.LandingAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # the mail would invite to sign up, which nobody does
ACCOUNT_RATE_LIMITS = {"login": "60/m/ip", "login_failed": "20/m/ip,10/5m/key"}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_TOLERANCE = 1  # a code typed as its half minute ended, or by a clock a little off, is taken
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 14 * 24 * 3600
X_FRAME_OPTIONS = "DENY"
if PRODUCTION:
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", default=3600)

# ---- words and times
LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = env("TIME_ZONE", default="UTC")
FORMAT_MODULE_PATH = ["smo.formats"]

# ---- static files: our own and what `smo.launch.assets` copied from npm
STATIC_URL = "/static/"
STATIC_ROOT = Path(env("STATIC_ROOT", default=str(VAR / "static")))
STATICFILES_DIRS = [BASE_DIR / "static", BASE_DIR / "build" / "assets"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if env.bool("STATIC_MANIFEST", default=PRODUCTION)
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = not env.bool("STATIC_MANIFEST", default=PRODUCTION)
DATA_UPLOAD_MAX_MEMORY_SIZE = env.int("MAX_BODY_BYTES", default=25 * 1024 * 1024)
EVIDENCE_MAX_BYTES = env.int("EVIDENCE_MAX_BYTES", default=10 * 1024 * 1024)

# ---- mail: EMAIL_URL, else files under SMO_VAR/mail that administrators read in the browser
MAIL_FOLDER = VAR / "mail"
if env("EMAIL_URL", default=""):
    vars().update(env.email_url("EMAIL_URL"))
else:
    EMAIL_BACKEND = "core.mail.FolderBackend"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default="Strategy office <smo@localhost>")

# ---- REST
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "org.api.authentication.BearerToken",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["core.api.permissions.NamedPermission"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_PAGINATION_CLASS": "core.api.pagination.Cursor",
    "DEFAULT_FILTER_BACKENDS": ["core.api.filters.StrictFilters"],
    "DEFAULT_SCHEMA_CLASS": "core.api.schema.Schema",
    "EXCEPTION_HANDLER": "core.api.problems.handle",
    "DEFAULT_THROTTLE_CLASSES": ["core.api.throttling.PerCaller"],
    "DEFAULT_THROTTLE_RATES": {"caller": env("API_RATE", default="600/min")},
    # Proxies before us, whose X-Forwarded-For says where a token is used from.
    "NUM_PROXIES": env.int("PROXIES", default=0),
    "UNAUTHENTICATED_USER": "django.contrib.auth.models.AnonymousUser",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "SMO",
    "DESCRIPTION": "Plans, KPIs, measurements and scorecards of a strategic management office.",
    "VERSION": "1.0.0",
    "OAS_VERSION": "3.1.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    # Several hundred routes: drawn folded by resource, they are there in a second.
    "SWAGGER_UI_SETTINGS": {
        "deepLinking": True,
        "docExpansion": "none",
        "defaultModelsExpandDepth": -1,
        "filter": True,
    },
    "REDOC_DIST": "SIDECAR",
    "SCHEMA_PATH_PREFIX": "/api/v1",
    # Both stand in fields called "state".
    "ENUM_NAME_OVERRIDES": {
        "PlanStateEnum": "strategy.enums.PlanState",
        "DeliveryStateEnum": "comms.enums.DeliveryState",
        "AccountKindEnum": "org.enums.AccountKind",
        "KpiKindEnum": "kpis.enums.Kind",
        "AnalysisItemStateEnum": "strategy.enums.ItemState",
        "AssumptionStateEnum": "strategy.enums.AssumptionState",
        "ConsultationStateEnum": "strategy.enums.ConsultationState",
        "RemarkKindEnum": "strategy.enums.RemarkKind",
        "PlanKindEnum": "strategy.enums.PlanKind",
        "ActivityStateEnum": "strategy.enums.ActivityState",
        "SupportKindEnum": "strategy.enums.SupportKind",
        "GoalStateEnum": "strategy.enums.GoalState",
        "StatusEnum": "strategy.enums.Assessment",
        "AlignmentGapKindEnum": "strategy.enums.cascade.GapKind",
        "RoundStateEnum": "strategy.enums.RoundState",
        "RevisionStateEnum": "strategy.enums.RevisionState",
        "OptionStateEnum": "strategy.enums.OptionState",
        "OptionKindEnum": "strategy.enums.OptionKind",
        "DateKindEnum": "strategy.enums.DateKind",
        "RepetitionEnum": "strategy.enums.Repetition",
        "LightEnum": "initiatives.enums.Rag",
        "RealisedEnum": "initiatives.enums.Realised",
        "StageEnum": "initiatives.enums.Stage",
        "SizeEnum": "initiatives.enums.Size",
        "ReadinessActionStateEnum": "initiatives.enums.ActionState",
        "LetterVerdictEnum": "strategy.api.goal_findings.VERDICT_CHOICES",
        "SolvingStateEnum": "initiatives.enums.SolvingState",
        "ScoringStateEnum": "initiatives.enums.ScoringState",
        "ElementStateEnum": "initiatives.enums.ElementState",
        "TaskKindEnum": "initiatives.enums.TaskKind",
        "MethodElementKindEnum": "initiatives.enums.ElementKind",
        "MoneyKindEnum": "initiatives.enums.MoneyKind",
        "TechnologyKindEnum": "initiatives.enums.TechnologyKind",
        "OverlapVerdictEnum": "initiatives.enums.Verdict",
        "LoadStateEnum": "initiatives.means.load.LoadState",
        "FollowingFlagEnum": "initiatives.means.following.flags.ObjectiveFlag",
        "UpdateStateEnum": "initiatives.enums.UpdateState",
        "ConfidentialityEnum": "initiatives.enums.Confidentiality",
        "OutcomeEnum": "strategy.enums.RemarkOutcome",
        "GateDecidedEnum": "initiatives.api.gates.DECISION_CHOICES",
        "GateOutcomeEnum": "initiatives.enums.GateOutcome",
        "ReviewOutcomeEnum": "risks.enums.ReviewOutcome",
        "RiskConfidentialityEnum": "risks.enums.Confidentiality",
        "RiskKindEnum": "risks.enums.RiskKind",
        "RiskStateEnum": "risks.enums.RiskState",
        "KnowledgeEnum": "risks.enums.Knowledge",
        "RatingKindEnum": "risks.enums.RatingKind",
        "RiskSideEnum": "risks.enums.Side",
        "IndicatorCrossingEnum": "risks.enums.Crossing",
        "SideEnum": "strategy.enums.AgreementSide",
        "CrossingEnum": "strategy.enums.Crossing",
        "StrengthEnum": "initiatives.enums.Strength",
    },
    "COMPONENT_SPLIT_REQUEST": True,
}

# ---- history
PGHISTORY_APPEND_ONLY = True

# ---- logs: a line an event, with the request id; JSON where a machine reads it
LOG_JSON = env.bool("LOG_JSON", default=PRODUCTION)
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": structlog.stdlib.ProcessorFormatter,
            "processors": [
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer()
                if LOG_JSON
                # Not the default: with `rich` installed each refused request takes 0.1 s to draw in boxes.
                else structlog.dev.ConsoleRenderer(
                    colors=False, exception_formatter=structlog.dev.plain_traceback
                ),
            ],
            "foreign_pre_chain": [
                structlog.contextvars.merge_contextvars,
                structlog.processors.TimeStamper(fmt="iso"),
                structlog.stdlib.add_logger_name,
                structlog.stdlib.add_log_level,
            ],
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "stream": sys.stderr, "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": env("LOG_LEVEL", default="INFO")},
    "loggers": {
        "django.server": {"handlers": [], "propagate": False},
        "django_structlog.celery.receivers": {"level": "WARNING"},  # a line a message says nothing
        "weasyprint": {"level": "WARNING"},  # it tells of its every step
        "fontTools": {"level": "WARNING"},
    },
}
structlog.configure(
    processors=[
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.filter_by_level,
        structlog.processors.TimeStamper(fmt="iso"),
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.StackInfoRenderer(),
        structlog.processors.format_exc_info,
        structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
    ],
    logger_factory=structlog.stdlib.LoggerFactory(),
    cache_logger_on_first_use=True,
)
DJANGO_STRUCTLOG_CELERY_ENABLED = True
