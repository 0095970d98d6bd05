#!/usr/bin/env python3
"""Passes every snippet through sanitizers, Markdown, mail programs and readers of PyPI and npm, and says what remains.

    python3 tests/hosts/filters.py SITE [NAME…]

SITE is the folder of a site that was built for http://127.0.0.1:8731/; a NAME is one of those below.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import forms
import remains
import work

PARTS = ["chart-people", "figure-raids"]
# Each family with its systems, of npm, of PyPI and, for Ruby, of Debian.
FAMILIES = {
    "sanitizers": (
        ["dompurify", "dompurify-frames", "sanitize-html", "sanitize-html-frames", "xss"],
        ["nh3", "bleach", "bleach-strip", "lxml-html-clean", "html-sanitizer"],
        ["rails-html-sanitizer", "sanitize-relaxed"],
    ),
    "Markdown": (
        ["github", "remark", "marked", "markdown-it", "markdown-it-html", "mdx"],
        ["python-markdown", "mistune", "mistune-escaped", "markdown-it-py"],
        [],
    ),
    "mail": (["mjml-text", "mjml-raw", "juice", "html-to-text"], ["premailer", "css-inline"], []),
    "slides": (["marp"], [], []),
    "readers": (["readability", "turndown"], ["feedparser", "readability-lxml", "trafilatura"], []),
}
NPM = [
    "dompurify", "jsdom", "sanitize-html", "xss", "unified", "remark-parse", "remark-rehype", "rehype-raw", "rehype-sanitize", "rehype-stringify", "marked",
    "markdown-it", "@mdx-js/mdx", "react", "react-dom", "mjml", "juice", "html-to-text", "@marp-team/marp-core", "@mozilla/readability", "turndown",
]
PYPI = [
    "nh3", "bleach[css]", "lxml_html_clean", "html-sanitizer", "markdown", "mistune", "markdown-it-py", "premailer", "css-inline", "feedparser",
    "readability-lxml", "trafilatura",
]


def main() -> None:
    site = Path(sys.argv[1]).resolve()
    address = forms.address(site)
    pages = work.fresh("filters-pages")
    for family, (npm, pypi, ruby) in FAMILIES.items():
        for name in npm + pypi + ruby:
            if sys.argv[2:] and name not in sys.argv[2:]:
                continue
            written = ("jsx",) if name == "mdx" else ("markdown", "text") if family in ("Markdown", "slides") else ()
            found = [form for form in forms.forms(site, PARTS, written) if form.kind != "frozen"]
            # In Markdown a sentence is a paragraph without a word about it.
            opened, closed = ("", "") if family in ("Markdown", "slides") else ("<p>", "</p>")
            texts = [form.within(opened + remains.BEFORE, remains.AFTER + closed) for form in found]
            if name in npm:
                command = ["node", work.HERE / "filters.mjs", work.npm_packages("js", *NPM), name]
            elif name in ruby:
                work.need_debian("ruby-sanitize", "ruby-rails-html-sanitizer")
                command = ["ruby", work.HERE / "filters.rb", name]
            else:
                command = [work.python_packages(*PYPI), work.HERE / "filters_python.py", name]
            answer = json.loads(work.run(*command, input=json.dumps(texts)).splitlines()[-1])
            print(f"\n{family}: {name} {answer['version']}")
            for form, text, made in zip(found, texts, answer["made"]):
                if "error" in made:
                    print(f"  {form.name}: refused: {made['error']}")
                    continue
                (pages / f"{name}.{form.name}.html").write_text(made["html"], encoding="utf-8")
                print(f"  {form.name}:", remains.line(remains.report(text, made["html"], address, form.is_inline, form.is_html or form.kind == "jsx")) or "nothing to count")
    print(f"\nwhat they made is in {pages}")


if __name__ == "__main__":
    main()
