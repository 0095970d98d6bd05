"""The snippets of a built site, read from its pages under share/ as a visitor without scripts copies them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

# The width that the dialog writes when the field is empty.
WIDTH = "100%"


@dataclass(frozen=True)
class Form:
    """A snippet: `of` is the part of the site, `kind` is what the dialog calls it."""

    of: str
    kind: str
    code: str

    @property
    def name(self) -> str:
        return f"{self.of}.{self.kind}"

    @property
    def is_html(self) -> bool:
        return self.kind not in ("markdown", "wiki", "jsx", "text")

    @property
    def is_inline(self) -> bool:
        """Whether it belongs into a sentence of the host."""
        return self.kind.startswith("sentence") and self.of.startswith("figure")

    def within(self, before: str, after: str) -> str:
        """What an author writes."""
        return f"{before}{self.code}{after}" if self.is_inline else self.code


def forms(site: Path, of: list[str], written: tuple[str, ...] = ()) -> list[Form]:
    """The snippets of these parts, such as `chart-people` or `figure-raids`: those in HTML, and those in these other syntaxes.

    A frozen frame differs from a live one only in its address: it is among those of WordPress and Ghost alone.
    """
    found = []
    for part in of:
        page = _Page()
        page.feed((site / "share" / f"{part}.html").read_text(encoding="utf-8"))
        kinds = [kind for kind, _ in page.codes]
        for index, (kind, code) in enumerate(page.codes):
            # Some kinds have several forms.
            label = f"{kind}-{kinds[:index].count(kind) + 1}" if kinds.count(kind) > 1 else kind
            form = Form(part, label, code.strip())
            if form.is_html or kind in written:
                found.append(form)
    return found


def address(site: Path) -> str:
    """The address that the site was built with."""
    page = (site / "share" / "dashboard.html").read_text(encoding="utf-8")
    found = re.search(r'src="(https?://[^"]*?/)embed\.html', unescape(page))
    if not found or "ADDRESS-OF-THIS-SITE" in found[1]:
        raise SystemExit(f"{site} was built without its address; README.md says how to build it")
    return found[1]


class _Page(HTMLParser):
    """Collects the text of each <textarea> with the kind of the <details> around it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.codes: list[tuple[str, str]] = []
        self.kind = ""
        self.inside = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        known = dict(attributes)
        self.kind = known.get("data-kind") or self.kind
        if tag == "textarea":
            self.inside = True
            self.codes.append((known.get("data-kind") or self.kind, ""))

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "textarea"

    def handle_data(self, data: str) -> None:
        if self.inside:
            kind, text = self.codes[-1]
            self.codes[-1] = (kind, text + data)
