"""Counts what a system leaves of a snippet: frames, scripts, pictures, links, numbers and words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser

# Elements whose text is not shown.
HIDDEN = {"script", "style", "template", "noscript", "head", "title", "textarea"}
BLOCKS = {"p", "div", "li", "ul", "ol", "figure", "figcaption", "blockquote", "section", "article", "table", "td", "pre"}

# The sentence into which the number of a snippet is pasted.
BEFORE, AFTER = "Police say that ", " were counted by them."


@dataclass
class Seen:
    """What a reader of some HTML gets."""

    frames: list[dict[str, str]] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    elements: int = 0
    images: list[dict[str, str]] = field(default_factory=list)
    links: set[str] = field(default_factory=set)
    text: str = ""
    blocks: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seen = Seen()
        self.hidden: list[str] = []
        self.block = ""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attributes}
        if tag in BLOCKS:
            self._end_of_block()
        if tag == "iframe":
            self.seen.frames.append(known)
        elif tag == "script":
            self.seen.scripts.append(known.get("src", ""))
        elif tag == "footnoted-figure":
            self.seen.elements += 1
        elif tag == "img":
            self.seen.images.append(known)
        elif tag == "a" and known.get("href"):
            # Ghost adds where a reader comes from.
            self.seen.links.add(re.sub(r"[?&]ref=[^&#]*", "", known["href"]))
        if tag in HIDDEN:
            self.hidden.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self._end_of_block()
        if tag in self.hidden:
            self.hidden.remove(tag)

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.seen.text += data
            self.block += data

    def _end_of_block(self) -> None:
        self.seen.text += " "
        if self.block.strip():
            self.seen.blocks.append(" ".join(self.block.split()))
        self.block = ""


def seen(html: str) -> Seen:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader._end_of_block()
    return reader.seen


def words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]{2,}", text)


def numbers(text: str) -> list[str]:
    return re.findall(r"\d[\d,.]*\d|\d", text)


def addresses(code: str) -> set[str]:
    """The addresses in a snippet of any syntax."""
    found = re.findall(r"https?://(?:[^\s\"<>()\[\]{}|\\]|\([^\s()]*\))+", unescape(code))
    return {address.rstrip(".,;'”“") for address in found}


def _share(kept: int, of: int) -> str:
    return f"{min(kept, of)}/{of}" if of else "–"


def report(code: str, html: str, site: str, sentence: bool = False, markup: bool = True) -> dict[str, str]:
    """What remains of `code` in `html`, which a system made of it; `markup` is whether the code is HTML."""
    whole, left = seen(code if markup else ""), seen(html)
    # Snippets in other syntaxes have no elements of HTML: their links are counted by their addresses.
    links = whole.links or {address for address in addresses(code) if not re.search(r"\.(js|png|svg|html)(#\w+)?$", address)}
    articles = {link for link in links if not link.startswith(site)}
    ways = {link for link in links if link.startswith(site)}
    plain = whole.text if markup else unescape(re.sub(r"https?://[^\s>)\]]+", "", code))
    had, has = words(plain), words(left.text)
    counted, shown = numbers(plain), numbers(left.text)
    frames = [frame for frame in left.frames if frame.get("src", "").startswith(site)]
    rows = {
        "frame": _share(len(frames), len(whole.frames)),
        "script": _share(sum(site in source for source in left.scripts), len(whole.scripts)),
        "element": _share(left.elements, whole.elements),
        "picture": _share(sum(bool(image.get("alt")) for image in left.images), len(whole.images) or code.count("![")),
        "articles": _share(len(articles & left.links), len(articles)),
        "way": _share(len(ways & left.links), len(ways)),
        "numbers": _share(sum(number in shown for number in counted), len(counted)),
        "words": _share(sum(word in has for word in had), len(had)),
    }
    faults = []
    if frames and not all(frame.get("height") for frame in frames):
        faults.append("no height")
    if frames and whole.frames and not all("sandbox" in frame for frame in frames):
        faults.append("no sandbox")
    if re.search(r"<(iframe|script|p|img|figure|picture|footnoted-figure|div|a)\b|</\w+>", left.text):
        faults.append("source shown")
    if sentence and whole.elements and not any(BEFORE.strip() in block and AFTER.strip() in block for block in left.blocks):
        faults.append("sentence torn")
    rows["faults"] = ", ".join(faults)
    return rows


def line(rows: dict[str, str]) -> str:
    """A report in one line."""
    return " · ".join(f"{name} {value}" for name, value in rows.items() if value not in ("", "–"))
