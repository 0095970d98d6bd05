"""What parsers of link previews on PyPI read from pages: takes [{address, html}] from standard input, prints the same as previews.mjs."""

from __future__ import annotations

import json
import sys
from importlib.metadata import version
from typing import Callable

Page = dict[str, str]


def linkpreview() -> Callable[[Page], dict]:
    from linkpreview import LinkPreview, Link

    def parse(page: Page) -> dict:
        preview = LinkPreview(Link(page["address"], content=page["html"]))
        return {"title": preview.title, "site": getattr(preview, "site_name", None), "image": preview.absolute_image}

    return parse


def extruct() -> Callable[[Page], dict]:
    import extruct as package

    def parse(page: Page) -> dict:
        data = package.extract(page["html"], base_url=page["address"], syntaxes=["opengraph", "json-ld"], uniform=True)
        graph = (data["opengraph"] or [{}])[0]
        things = [thing for thing in data["json-ld"] if thing.get("publisher") or thing.get("creator")]
        names = [part.get("name") for thing in things[:1] for part in [thing.get("publisher") or thing["creator"]] if isinstance(part, dict)]
        return {"title": graph.get("og:title"), "site": graph.get("og:site_name"), "author": (names or [None])[0], "image": graph.get("og:image")}

    return parse


def micawber() -> Callable[[Page], dict]:
    """A consumer of oEmbed that knows providers by patterns of their addresses: it is given ours."""
    from micawber import Provider, ProviderRegistry

    def parse(page: Page) -> dict:
        registry = ProviderRegistry()
        root = "/".join(page["address"].split("/")[:3])
        registry.register(f"{root}/.*", Provider(f"{root}/oembed"))
        answer = registry.request(page["address"], maxwidth=600)
        return {"title": answer.get("title"), "site": answer.get("provider_name"), "author": answer.get("author_name"), "image": answer.get("thumbnail_url"), "oembed": True}

    return parse


def pyoembed() -> Callable[[Page], dict]:
    """A consumer of oEmbed that reads the page's link."""
    from pyoembed import oEmbed

    def parse(page: Page) -> dict:
        answer = oEmbed(page["address"])
        return {"title": answer.get("title"), "site": answer.get("provider_name"), "author": answer.get("author_name"), "image": answer.get("thumbnail_url"), "oembed": True}

    return parse


def main() -> None:
    pages = json.load(sys.stdin)
    made = {}
    for start in [linkpreview, extruct, micawber, pyoembed]:
        parse, found = start(), []
        for page in pages:
            # Consumers of oEmbed ask for the page themselves, so they are given only whole pages.
            if page.get("cut") and start in (micawber, pyoembed):
                found.append({})
                continue
            try:
                found.append(parse(page))
            except Exception as error:  # Whatever a parser refuses is a result.
                found.append({"error": (str(error).splitlines() or [type(error).__name__])[0]})
        made[start.__name__] = {"version": version(start.__name__), "found": found}
    print(json.dumps(made))


if __name__ == "__main__":
    main()
