#!/usr/bin/env python3
"""Pastes every snippet into a WordPress as an administrator and as an author, in blocks and without, and says what remains.

    python3 tests/hosts/in_wordpress.py SITE [THEME] [--unmeasured]

SITE is the folder of a site that was built for http://127.0.0.1:8731/. README.md says more.
"""

from __future__ import annotations

import html
import json
import re
import shutil
import sys
import urllib.request
from pathlib import Path

import database
import forms
import remains
import work

HOST = "http://localhost:8732"
PACKAGES = ["wordpress", "wordpress-theme-twentytwentythree", "php8.2-cli", "php8.2-mysql", "php8.2-xml", "php8.2-mbstring", "mariadb-server", "chromium"]
PARTS = ["chart-people", "chart-timeline", "figure-raids", "dashboard"]
CONFIGURATION = f"""<?php
define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', 'hosts' );
define( 'DB_PASSWORD', 'hosts' );
define( 'DB_HOST', '127.0.0.1:{database.PORT}' );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DISABLE_WP_CRON', true );
$table_prefix = 'wp_';
defined( 'ABSPATH' ) || define( 'ABSPATH', __DIR__ . '/' );
require_once ABSPATH . 'wp-settings.php';
"""


def install() -> Path:
    work.need_debian(*PACKAGES)
    home = work.WORK / "wordpress"
    if not (home / "wp-load.php").exists():
        # The package links to other packages: the copy has their files.
        shutil.copytree("/usr/share/wordpress", home, ignore=shutil.ignore_patterns("wp-config.php", ".htaccess"), ignore_dangling_symlinks=True)
    for theme in Path("/usr/share/wordpress/wp-content/themes").iterdir():
        shutil.copytree(theme, home / "wp-content/themes" / theme.name, dirs_exist_ok=True)
    (home / "wp-content/mu-plugins").mkdir(parents=True, exist_ok=True)
    shutil.copy(work.HERE / "wordpress-local.php", home / "wp-content/mu-plugins/")
    (home / "wp-config.php").write_text(CONFIGURATION)
    (home / "installed").unlink(missing_ok=True)
    database.run("DROP DATABASE IF EXISTS wordpress; CREATE DATABASE wordpress CHARACTER SET utf8mb4")
    work.run("php", work.HERE / "wordpress.php", home, HOST, "")
    return home


def posts(found: list[forms.Form], site: str) -> list[dict[str, str]]:
    """Each snippet as each role, as a block and as classic content; and the bare addresses."""
    made = []
    for form in found:
        text = form.within(remains.BEFORE, remains.AFTER)
        block = f"<!-- wp:paragraph -->\n<p>{text}</p>\n<!-- /wp:paragraph -->" if form.is_inline else f"<!-- wp:html -->\n{text}\n<!-- /wp:html -->"
        for role in ["admin", "editor", "author"] if form.of == PARTS[0] else ["admin", "author"]:
            made.append({"name": f"{form.name}.{role}.block", "role": role, "content": block, "form": form.code, "pasted": text})
            made.append({"name": f"{form.name}.{role}.classic", "role": role, "content": f"Before.\n\n{text}\n\nAfter.", "form": form.code, "pasted": text})
    for file in ["embed/people.html", "embed/timeline.html", "embed/figure/raids.html", "embed.html", ""]:
        address = site + file
        block = (f'<!-- wp:embed {{"url":"{address}"}} -->\n<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\n'
                 f"{address}\n</div></figure>\n<!-- /wp:embed -->")
        name = "oembed." + (re.sub(r"\W", "-", file.removesuffix(".html")) or "page")
        made.append({"name": f"{name}.author.block", "role": "author", "content": block, "form": "", "pasted": ""})
        made.append({"name": f"{name}.author.classic", "role": "author", "content": f"Before.\n\n{address}\n\nAfter.", "form": "", "pasted": ""})
    return made


def get(address: str) -> str:
    with urllib.request.urlopen(address, timeout=120) as answer:
        return answer.read().decode("utf-8", "replace")


def article(page: str) -> str:
    """The content of a post in its page, whatever the theme."""
    start = re.search(r'<div[^>]*class="[^"]*entry-content[^"]*"[^>]*>', page)
    end = re.search(r'<(footer|nav|section id="comments"|div class="[^"]*(wp-block-comments|is-layout-constrained|entry-meta|post-meta))', page[start.end():]) if start else None
    return page[start.end():start.end() + end.start()] if start and end else page


def main() -> None:
    site = Path(sys.argv[1]).resolve()
    themes = [word for word in sys.argv[2:] if not word.startswith("--")]
    theme = (themes or ["twentytwentythree"])[0]
    address = forms.address(site)
    work.serve(site, work.port_of(address))
    database.open("wordpress")
    home = install()
    print(f"WordPress {work.version_of('wordpress')}, theme {theme}", flush=True)
    work.start("php", "-S", HOST.removeprefix("http://"), "-t", home, log="wordpress", env={"PATH": "/usr/bin:/bin", "PHP_CLI_SERVER_WORKERS": "4"})
    work.wait(HOST)
    parts = [part for part in PARTS if (site / "share" / f"{part}.html").exists()]
    pasted = posts(forms.forms(site, parts), address)
    made = json.loads(work.run("php", work.HERE / "wordpress.php", home, HOST, theme, input=json.dumps(pasted)))
    feed = get(f"{HOST}/?feed=rss2")
    items = dict(re.findall(r"<item>\s*<title>(.*?)</title>.*?<content:encoded><!\[CDATA\[(.*?)\]\]></content:encoded>", feed, re.S))
    measured = []
    for post in pasted:
        name, saved = post["name"], made[post["name"]]
        if saved.get("error"):
            print(f"{name}: refused: {saved['error']}")
            continue
        shown = article(get(saved["link"]))
        (work.WORK / "wordpress-pages").mkdir(exist_ok=True)
        (work.WORK / "wordpress-pages" / f"{name}.html").write_text(shown, encoding="utf-8")
        inline = post["pasted"] != post["form"]
        print(name, remains.line(remains.report(post["pasted"], shown, address, inline)))
        item = items.get(html.escape(name))
        if item is not None:
            print(f"{name} in the feed", remains.line(remains.report(post["pasted"], item, address, inline)))
        if name.startswith("oembed") or not re.search(r"\.(frozen|editor)", name) and any(sign in shown for sign in ("<iframe", "<footnoted-figure", "<img")):
            measured.append(f"{name}={saved['link']}")
    inline = [form for form in forms.forms(site, parts) if form.is_inline]
    edited = work.run("node", work.HERE / "wordpress-editor.mjs", work.npm_packages("browser", "puppeteer-core"), HOST, input=json.dumps([form.within(remains.BEFORE, remains.AFTER) for form in inline]))
    for form, made in zip(inline, json.loads(edited.splitlines()[-1])):
        rows = remains.report(form.within(remains.BEFORE, remains.AFTER), made["html"], address, True)
        print(f"{form.name} edited in a paragraph block ({'valid' if made['valid'] else 'refused'}):", remains.line(rows), made["html"])
    print(f"the pages are in {work.WORK / 'wordpress-pages'}")
    if "--unmeasured" in sys.argv:
        return
    work.measure("wordpress", address, measured)


if __name__ == "__main__":
    main()
