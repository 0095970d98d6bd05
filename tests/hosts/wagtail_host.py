"""A Wagtail of one file, without a server: what it makes of pasted HTML and of a pasted address.

    python wagtail_host.py FOLDER SITE < pasted.json

In: [{name, code, kind}], where `kind` is `raw` (a block *Raw HTML*), `rich` (pasted into its editor) or `address`. Out: {version, made: [{html} or {error}]}.
"""

from __future__ import annotations

import json
import sys
from importlib.metadata import version
from pathlib import Path

from django.conf import settings

folder, site = Path(sys.argv[1]), sys.argv[2]
settings.configure(
    SECRET_KEY="trial",
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": folder / "wagtail.db"}},
    INSTALLED_APPS=[
        "django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions", "wagtail.embeds", "wagtail.images", "wagtail.documents",
        "wagtail.users", "wagtail.admin", "wagtail.search", "wagtail", "taggit", "modelsearch",
    ],
    TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}],
    USE_TZ=True,
    STATIC_URL="/static/",
    WAGTAIL_SITE_NAME="Host",
    WAGTAILADMIN_BASE_URL="https://host.example.org",
    WAGTAILEMBEDS_RESPONSIVE_HTML=True,
    # The recipe of docs/embedding.md.
    WAGTAILEMBEDS_FINDERS=[
        {"class": "wagtail.embeds.finders.oembed", "providers": [{"endpoint": f"{site}oembed", "urls": [f"^{site}.*$"]}]},
        {"class": "wagtail.embeds.finders.oembed"},
    ],
)
import django

django.setup()

from django.core.management import call_command
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.blocks import RawHTMLBlock
from wagtail.embeds.format import embed_to_frontend_html
from wagtail.rich_text import expand_db_html, features


def rich(code: str) -> str:
    """Saves and loads it as the editor does."""
    converter = ContentstateConverter(features.get_default_features())
    return str(expand_db_html(converter.to_database_format(converter.from_database_format(code))))


def address(code: str) -> str:
    return str(embed_to_frontend_html(code)) or "nothing"


KINDS = {"raw": lambda code: str(RawHTMLBlock().render(RawHTMLBlock().to_python(code))), "rich": rich, "address": address}


def main() -> None:
    call_command("migrate", verbosity=0)
    made = []
    for pasted in json.load(sys.stdin):
        try:
            made.append({"html": KINDS[pasted["kind"]](pasted["code"])})
        except Exception as error:  # Whatever the system refuses is a result.
            made.append({"error": f"{type(error).__name__}: {error}"})
    print(json.dumps({"version": version("wagtail"), "made": made}))


if __name__ == "__main__":
    main()
