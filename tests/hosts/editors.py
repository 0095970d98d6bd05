#!/usr/bin/env python3
"""Puts every snippet as HTML into editors that content systems use (CKEditor, TinyMCE, Trix, Quill), and says what they save of it.

    python3 tests/hosts/editors.py SITE
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import forms
import remains
import work

PARTS = ["chart-people", "figure-raids"]


def main() -> None:
    site = Path(sys.argv[1]).resolve()
    address = forms.address(site)
    found = [form for form in forms.forms(site, PARTS) if form.kind != "frozen"]
    texts = [form.within(f"<p>{remains.BEFORE}", f"{remains.AFTER}</p>") for form in found]
    folder = work.npm_packages("js", "puppeteer-core", "ckeditor5", "tinymce", "trix", "quill")
    pages = work.fresh("editors-pages")
    for name, answer in json.loads(work.run("node", work.HERE / "editors.mjs", folder, input=json.dumps(texts)).splitlines()[-1]).items():
        print(f"\n{name} {answer['version']}")
        for form, text, made in zip(found, texts, answer["made"]):
            if "error" in made:
                print(f"  {form.name}: refused: {made['error']}")
                continue
            (pages / f"{name}.{form.name}.html").write_text(made["html"], encoding="utf-8")
            print(f"  {form.name}:", remains.line(remains.report(text, made["html"], address, form.is_inline)) or "nothing to count")
    print(f"\nwhat they saved is in {pages}")


if __name__ == "__main__":
    main()
