#!/usr/bin/env python3
"""Puts frames, pictures and numbers into layouts that hosts give them: Bootstrap, slides of reveal.js, rows, tables, columns, right-to-left pages.

    python3 tests/hosts/layouts.py SITE

What is measured are pages in Chromium: frames that are as high as what they show, and words of the host that no frame covers.
"""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

import forms
import work

PORT = 8736
TEXT = "<p>A paragraph of the host, which has to stay legible above and below what is embedded in it.</p>"
# Each layout: what is in <head>, and the page, with the snippet in {}.
BOOTSTRAP = '<link rel="stylesheet" href="bootstrap.min.css">'
REVEAL = '<link rel="stylesheet" href="reveal/reveal.css"><link rel="stylesheet" href="reveal/theme/white.css">'
STARTED = "<script src=\"reveal/reveal.js\"></script><script>Reveal.initialize({embedded: false, transition: 'none'})</script>"
LAYOUTS = {
    "bootstrap": (BOOTSTRAP, f'<div class="container"><div class="row"><div class="col-md-8">{TEXT}{{}}{TEXT}</div></div></div>'),
    "bootstrap-ratio": (BOOTSTRAP, f'<div class="container">{TEXT}<div class="ratio ratio-16x9">{{frame}}</div>{TEXT}</div>'),
    "padding-box": ("<style>.box{position:relative;padding-bottom:56.25%;height:0;overflow:hidden}.box iframe{position:absolute;top:0;left:0;width:100%;height:100%}</style>",
                    f'<main style="max-width:40rem">{TEXT}<div class="box">{{frame}}</div>{TEXT}</main>'),
    "fitted": ("<style>iframe,img{max-width:100%;height:auto}</style>", f'<main style="max-width:40rem">{TEXT}{{}}{TEXT}</main>'),
    "aspect": ("<style>iframe{width:100%;aspect-ratio:16/9;height:auto}</style>", f'<main style="max-width:40rem">{TEXT}{{}}{TEXT}</main>'),
    "row": ("", f'<div style="display:flex;gap:1rem"><div style="flex:1">{TEXT}</div>{{}}</div>{TEXT}'),
    "columns": ("", f'<main style="display:grid;grid-template-columns:auto 6rem;gap:1rem"><section>{TEXT}{{}}{TEXT}</section><aside>Aside</aside></main>'),
    "table": ("", f'<table style="width:100%"><tr><td>{TEXT}</td></tr><tr><td>{{}}</td></tr></table>{TEXT}'),
    "float": ("", f'<main><div style="float:right;max-width:50%">{{}}</div>{TEXT * 4}</main>'),
    "right-to-left": ("<style>html{direction:rtl}</style>", f'<main style="max-width:40rem" lang="ar"><p>هذه فقرة عربية قبل الرسم.</p>{{}}<p>وهذه فقرة بعده، فيها رقم {{number}} في الجملة.</p></main>'),
    "reveal": (REVEAL, f'<div class="reveal"><div class="slides"><section>{{}}</section><section>{TEXT}</section></div></div>{STARTED}'),
}


def frame_of(code: str) -> tuple[str, str]:
    """The frame alone, and the scripts, for hosts that wrap frames themselves."""
    return re.search(r"<iframe.*?</iframe>", code, re.S)[0], "".join(re.findall(r"<script.*?</script>", code, re.S))


def main() -> None:
    site = Path(sys.argv[1]).resolve()
    address = forms.address(site)
    work.serve(site, work.port_of(address))
    packages = work.npm_packages("js", "bootstrap", "reveal.js") / "node_modules"
    home = work.fresh("layouts")
    shutil.copy(packages / "bootstrap/dist/css/bootstrap.min.css", home)
    shutil.copytree(packages / "reveal.js/dist", home / "reveal")
    (home / "_headers").write_text("/*\n")
    found = {form.name: form for form in forms.forms(site, ["chart-people", "figure-raids"])}
    number = next(form.code for name, form in found.items() if name.startswith("figure-raids.sentence"))
    shown = [form for name, form in found.items() if name in ("chart-people.live", "figure-raids.live") or name.startswith("chart-people.picture")]
    look = []
    for layout, (head, body) in LAYOUTS.items():
        for form in shown:
            if "{frame}" in body:
                if "<iframe" not in form.code:
                    continue
                frame, scripts = frame_of(form.code)
                page = body.replace("{frame}", frame) + scripts
            else:
                page = body.replace("{}", form.code)
            page = page.replace("{number}", number)
            name = f"{layout}.{form.name}.html"
            (home / name).write_text(f'<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Host</title>{head}{page}', encoding="utf-8")
            look.append(f"{layout}.{form.name}=http://localhost:{PORT}/{name}")
    work.serve(home, PORT)
    work.measure("layouts", address, look)


if __name__ == "__main__":
    main()
