"""Passes snippets through one of the systems that PyPI offers: reads a list of texts from standard input, prints a list of HTML.

    python filters_python.py NAME < texts.json
"""

from __future__ import annotations

import json
import sys
from html import escape
from typing import Callable

FILLER = "<p>A paragraph of the article that is long enough for a reader to count, with commas, and with a second clause in it.</p>" * 6


def nh3(text: str) -> str:
    import nh3 as package

    return package.clean(text)


def bleach(text: str) -> str:
    import bleach as package

    return package.clean(text)


def bleach_strip(text: str) -> str:
    """As most sites configure it: with the elements of an article, the others removed and not shown as source."""
    import bleach as package

    tags = {"p", "a", "ul", "ol", "li", "em", "strong", "blockquote", "img", "figure", "figcaption", "br"}
    return package.clean(text, tags=tags, attributes={"a": ["href", "title"], "img": ["src", "alt", "width", "height"]}, strip=True)


def lxml_clean(text: str) -> str:
    from lxml_html_clean import clean_html

    return clean_html(f"<div>{text}</div>")


def html_sanitizer(text: str) -> str:
    from html_sanitizer import Sanitizer

    return Sanitizer().sanitize(text)


def markdown(text: str) -> str:
    import markdown as package

    return package.markdown(text)


def mistune(text: str) -> str:
    import mistune as package

    return str(package.html(text))


def mistune_escaped(text: str) -> str:
    import mistune as package

    return str(package.create_markdown()(text))


def markdown_it(text: str) -> str:
    from markdown_it import MarkdownIt

    return MarkdownIt().render(text)


def premailer(text: str) -> str:
    from premailer import transform

    return transform(f"<html><head><style>p{{margin:0}}</style></head><body>{text}</body></html>", allow_network=False, disable_validation=True)


def css_inline(text: str) -> str:
    import css_inline as package

    return package.inline(f"<html><head><style>p{{margin:0}}</style></head><body>{text}</body></html>")


def feedparser(text: str) -> str:
    """An entry of a feed, as readers such as Miniflux' or NewsBlur's kind get it from this parser, which cleans it."""
    import feedparser as package

    feed = f'<rss version="2.0"><channel><title>F</title><item><title>I</title><description>{escape(text)}</description></item></channel></rss>'
    return package.parse(feed).entries[0].description


def readability(text: str) -> str:
    from readability import Document

    return Document(f"<!doctype html><title>Article</title><body><article><h1>Article</h1>{FILLER}{text}{FILLER}</article></body>").summary()


def trafilatura(text: str) -> str:
    from trafilatura import extract

    page = f"<!doctype html><html><title>Article</title><body><article><h1>Article</h1>{FILLER}{text}{FILLER}</article></body></html>"
    return extract(page, output_format="html", include_links=True, include_images=True) or ""


SYSTEMS: dict[str, tuple[str, Callable[[str], str]]] = {
    "nh3": ("nh3", nh3),
    "bleach": ("bleach", bleach),
    "bleach-strip": ("bleach", bleach_strip),
    "lxml-html-clean": ("lxml_html_clean", lxml_clean),
    "html-sanitizer": ("html-sanitizer", html_sanitizer),
    "python-markdown": ("Markdown", markdown),
    "mistune": ("mistune", mistune),
    "mistune-escaped": ("mistune", mistune_escaped),
    "markdown-it-py": ("markdown-it-py", markdown_it),
    "premailer": ("premailer", premailer),
    "css-inline": ("css-inline", css_inline),
    "feedparser": ("feedparser", feedparser),
    "readability-lxml": ("readability-lxml", readability),
    "trafilatura": ("trafilatura", trafilatura),
}


def main() -> None:
    package, system = SYSTEMS[sys.argv[1]]
    made = []
    for text in json.load(sys.stdin):
        try:
            made.append({"html": system(text)})
        except Exception as error:  # Whatever a system refuses is a result.
            made.append({"error": str(error).splitlines()[0]})
    from importlib.metadata import version

    print(json.dumps({"version": version(package), "made": made}))


if __name__ == "__main__":
    main()
