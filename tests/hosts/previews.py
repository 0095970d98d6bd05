#!/usr/bin/env python3
"""Says what parsers of link previews and consumers of oEmbed read from the pages of a built site, whole and from their first 8 kB.

    python3 tests/hosts/previews.py SITE
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import forms
import work

FIRST = 8192
NPM = ["metascraper", *[f"metascraper-{name}" for name in ["author", "description", "image", "publisher", "title", "url"]], "open-graph-scraper", "link-preview-js", "unfurl.js"]
PYPI = ["linkpreview", "extruct", "micawber", "pyoembed"]


def main() -> None:
    site = Path(sys.argv[1]).resolve()
    address = forms.address(site)
    work.serve(site, work.port_of(address))
    frozen = [form.code.split('src="')[1].split('"')[0].removeprefix(address) for form in forms.forms(site, ["chart-people"]) if form.kind == "frozen"]
    pages = []
    for file in ["index.html", "embed/people.html", "embed/figure/raids.html", "embed.html", *frozen]:
        bytes = (site / file).read_bytes()
        here = address + file.removesuffix("index.html")
        pages.append({"address": here, "html": bytes.decode("utf-8")})
        pages.append({"address": here, "html": bytes[:FIRST].decode("utf-8", "ignore"), "cut": True})
    text = json.dumps(pages)
    found = json.loads(work.run("node", work.HERE / "previews.mjs", work.npm_packages("js", *NPM), input=text).splitlines()[-1])
    found |= json.loads(work.run(work.python_packages(*PYPI), work.HERE / "previews_python.py", input=text).splitlines()[-1])
    for name, answer in found.items():
        print(f"\n{name} {answer['version']}")
        for page, seen in zip(pages, answer["found"]):
            if not seen:
                continue
            where = page["address"].removeprefix(address) or "/"
            said = "; ".join(f"{key}: {value}" for key, value in seen.items() if value) or "nothing"
            print(f"  {where}{' (first 8 kB)' if page.get('cut') else ''}: {said}")


if __name__ == "__main__":
    main()
