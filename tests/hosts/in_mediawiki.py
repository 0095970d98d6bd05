#!/usr/bin/env python3
"""Has Debian's MediaWiki parse every snippet, and says what remains.

    python3 tests/hosts/in_mediawiki.py SITE

Three times: with its defaults, with pictures of other sites allowed, and with raw HTML allowed, where snippets are written in the element `<html>`.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import forms
import remains
import work

PROGRAM = Path("/usr/share/mediawiki")
PARTS = ["chart-people", "figure-raids"]
SETTINGS = {"defaults": "", "$wgAllowExternalImages": "$wgAllowExternalImages = true;", "$wgRawHtml": "$wgRawHtml = true;"}


def install() -> Path:
    work.need_debian("mediawiki", "php8.2-cli", "php8.2-sqlite3", "php8.2-xml", "php8.2-mbstring", "php8.2-intl")
    home = work.fresh("mediawiki")
    work.run(
        "php", PROGRAM / "maintenance/install.php", "--dbtype=sqlite", f"--dbpath={home}", "--dbname=wiki", f"--confpath={home}", "--scriptpath=",
        "--server=http://localhost:8735", "--pass=footnoted-hosts", "Host", "Admin", env={**os.environ, "MW_CONFIG_FILE": str(home / "none.php")},
    )
    return home


def main() -> None:
    site = Path(sys.argv[1]).resolve()
    address = forms.address(site)
    found = [form for form in forms.forms(site, PARTS, ("wiki", "text")) if form.kind != "frozen"]
    home = install()
    own = (home / "LocalSettings.php").read_text()
    print(f"MediaWiki {work.version_of('mediawiki')}")
    for name, setting in SETTINGS.items():
        (home / "LocalSettings.php").write_text(f"{own}\n{setting}\n")
        print(f"\n{name}")
        for form in found:
            code = f"<html>{form.code}</html>" if name == "$wgRawHtml" and form.is_html else form.code
            text = f"{remains.BEFORE}{code}{remains.AFTER}" if form.is_inline else code
            made = work.run(
                "php", PROGRAM / "maintenance/parse.php", "--title=Page", input=text, env={**os.environ, "MW_CONFIG_FILE": str(home / "LocalSettings.php")}
            )
            (home / f"{name.strip('$')}.{form.name}.html").write_text(made, encoding="utf-8")
            print(f"  {form.name}:", remains.line(remains.report(form.code, made, address, form.is_inline, form.is_html)) or "nothing to count")
    print(f"\nwhat it made is in {home}")


if __name__ == "__main__":
    main()
