#!/usr/bin/env python3
"""Pastes every snippet into a Wagtail, as raw HTML and in its editor, and the addresses as embeds, and says what remains.

    python3 tests/hosts/in_wagtail.py SITE

Wagtail asks a provider of oEmbed at one address with `?url=`: the served site answers there as docs/hosting.md has it for servers.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import forms
import remains
import work

PARTS = ["chart-people", "figure-raids"]
PORT = 8734
# The style sheet for embeds in Wagtail's documentation, and a column of text.
PAGE = """<!doctype html><meta name="viewport" content="width=device-width"><title>Host</title>
<style>main{{max-width:40rem;margin:auto}} .responsive-object{{position:relative}}
.responsive-object iframe,.responsive-object object,.responsive-object embed{{position:absolute;top:0;left:0;width:100%;height:100%}}</style>
<main><p>Before the embed.</p>{}<p>After the embed.</p></main>"""


def main() -> None:
    site = Path(sys.argv[1]).resolve()
    address = forms.address(site)
    work.serve(site, work.port_of(address))
    found = [form for form in forms.forms(site, PARTS) if form.kind != "frozen"]
    pasted = [{"name": f"{form.name}.{kind}", "code": form.code, "kind": kind} for form in found for kind in ["raw", "rich"]]
    pasted += [{"name": f"address.{file}", "code": address + file, "kind": "address"} for file in ["embed/people.html", "embed/figure/raids.html", "embed.html", "", "#chart-people"]]
    home = work.fresh("wagtail")
    answer = json.loads(work.run(work.python_packages("wagtail"), work.HERE / "wagtail_host.py", home, address, input=json.dumps(pasted)).splitlines()[-1])
    print(f"Wagtail {answer['version']}")
    look = []
    (home / "pages").mkdir()
    (home / "pages" / "_headers").write_text("/*\n")
    for post, made in zip(pasted, answer["made"]):
        if "error" in made:
            print(f"{post['name']}: refused: {made['error']}")
            continue
        name = post["name"].replace("/", "-") + ".html"
        (home / "pages" / name).write_text(PAGE.format(made["html"]), encoding="utf-8")
        code = "" if post["kind"] == "address" else post["code"]
        print(f"{post['name']}:", remains.line(remains.report(code, made["html"], address)) or made["html"][:120])
        if "<iframe" in made["html"]:
            look.append(f"{post['name'].replace('/', '-')}=http://localhost:{PORT}/{name.replace('#', '%23')}")
    work.serve(home / "pages", PORT)
    work.measure("wagtail", address, look)


if __name__ == "__main__":
    main()
