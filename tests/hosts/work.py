"""The working folder of these scripts: what they install, the site that they serve, and the programs that they start."""

from __future__ import annotations

import atexit
import http.server
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

HERE = Path(__file__).resolve().parent
WORK = Path(os.environ.get("FOOTNOTED_HOSTS", HERE.parent.parent / "target" / "hosts")).resolve()


def run(*command: str | Path, **options) -> str:
    """Runs a program and returns what it prints; stops with its messages if it fails."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, **options)
    if done.returncode:
        raise SystemExit(f"{' '.join(map(str, command))} failed:\n{done.stdout[-2000:]}{done.stderr[-3000:]}")
    return done.stdout


def start(*command: str | Path, log: str, **options) -> subprocess.Popen:
    """Starts a program that is ended with this script."""
    WORK.mkdir(parents=True, exist_ok=True)
    output = (WORK / f"{log}.log").open("w")
    # In a group of its own, so that the workers of a server end with it.
    program = subprocess.Popen([str(part) for part in command], stdout=output, stderr=output, start_new_session=True, **options)
    atexit.register(_end, program)
    return program


def _end(program: subprocess.Popen) -> None:
    if program.poll() is None:
        os.killpg(program.pid, signal.SIGTERM)


def wait(address: str, seconds: int = 60) -> None:
    """Waits until a server answers, with any status but "not yet"."""
    for _ in range(seconds * 2):
        try:
            urllib.request.urlopen(address, timeout=10)
            return
        except urllib.error.HTTPError as answer:
            if answer.code != 503:
                return
        except OSError:
            pass
        time.sleep(0.5)
    raise SystemExit(f"{address} does not answer; the logs are in {WORK}")


def need_debian(*packages: str) -> None:
    """Says which Debian packages are missing, and how to install them: that needs root, so it is left to the user."""
    status = subprocess.run(["dpkg-query", "-W", "-f", "${Package} ${db:Status-Status}\n", *packages], capture_output=True, text=True)
    there = {line.split()[0] for line in status.stdout.splitlines() if line.endswith(" installed")}
    missing = [package for package in packages if package not in there]
    if missing:
        raise SystemExit(f"Install first, as root: apt-get install --no-install-recommends {' '.join(missing)}")


def version_of(package: str) -> str:
    return run("dpkg-query", "-W", "-f", "${Version}", package).strip()


def python_packages(*packages: str) -> Path:
    """Installs packages from PyPI into an environment of their own, once, and returns its interpreter."""
    python = WORK / "python" / "bin" / "python"
    if not python.exists():
        run(sys.executable, "-m", "venv", WORK / "python")
    listed = WORK / "python" / "installed.txt"
    known = set(listed.read_text().split()) if listed.exists() else set()
    for package in packages:
        if package not in known:
            print(f"pip install {package}", flush=True)
            run(python, "-m", "pip", "-q", "install", "--disable-pip-version-check", package)
            known.add(package)
            listed.write_text("\n".join(sorted(known)))
    return python


def npm_packages(folder: str, *packages: str) -> Path:
    """Installs packages from npm into a folder of their own, once, without running their scripts."""
    home = WORK / folder
    home.mkdir(parents=True, exist_ok=True)
    if not (home / "package.json").exists():
        (home / "package.json").write_text('{"private": true}\n')
    missing = [package for package in packages if not (home / "node_modules" / package.rsplit("@", 1)[0] if package.count("@") > package.startswith("@") else home / "node_modules" / package).exists()]
    if missing:
        print(f"npm install {' '.join(missing)}", flush=True)
        run("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", *missing, cwd=home)
    return home


def serve(site: Path, port: int) -> None:
    """Serves a built site with the headers of its file `_headers` that any page of it gets."""
    headers = _headers(site)

    class Handler(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *arguments, **named):
            super().__init__(*arguments, directory=str(site), **named)

        def do_GET(self):
            """Answers oEmbed for an address, as docs/hosting.md has it for servers."""
            parts = urlsplit(self.path)
            if parts.path == "/oembed":
                page = urlsplit(parse_qs(parts.query).get("url", [""])[0])
                self.path = f"/{_answer(page)}.json"
            super().do_GET()

        def end_headers(self):
            for name, value in headers.items():
                self.send_header(name, value)
            super().end_headers()

        def log_message(self, *_):
            """The log of the site is not of interest."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", port), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()


def _answer(page: SplitResult) -> str:
    """The path of the oEmbed answer for an address of the site, without its ending."""
    asked = parse_qs(page.query)
    for kind, folder in (("chart", ""), ("figure", "figure/")):
        if kind in asked:
            return f"oembed/{folder}{asked[kind][0]}"
        if page.fragment.startswith(f"{kind}-"):
            return f"oembed/{folder}" + page.fragment.removeprefix(f"{kind}-")
    if page.path.startswith("/embed/"):
        return "oembed/" + page.path.removeprefix("/embed/").removesuffix(".html")
    return "oembed"


def _headers(site: Path) -> dict[str, str]:
    """The headers under `/*`."""
    found, inside = {}, False
    for line in (site / "_headers").read_text(encoding="utf-8").splitlines():
        if not line.startswith(" "):
            inside = line.strip() == "/*"
        elif inside:
            name, _, value = line.strip().partition(": ")
            found[name] = value
    return found


def port_of(address: str) -> int:
    parts = urlsplit(unquote(address))
    if parts.hostname not in ("127.0.0.1", "localhost") or not parts.port:
        raise SystemExit(f"the site was built for {address}; build it for http://127.0.0.1:8731/")
    return parts.port


def fresh(folder: str) -> Path:
    """An empty folder in the working folder."""
    home = WORK / folder
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    return home


def measure(name: str, site: str, pages: list[str]) -> None:
    """Prints what Chromium shows of these pages (`NAME=ADDRESS`), and keeps a picture of each."""
    folder = npm_packages("browser", "puppeteer-core")
    pictures = fresh(f"{name}-pictures")
    for line in run("node", HERE / "pages.mjs", folder, site, pictures, *pages).splitlines():
        page = json.loads(line)
        said = [f"{page['name']} at {page['width']} px:"]
        if "error" in page:
            print(*said, page["error"])
            continue
        for frame, content in zip(page["frames"], page["contents"] + [None] * len(page["frames"])):
            said.append(f"frame {frame['width']} x {frame['height']} in a column of {frame['column']}")
            if frame["covers"]:
                said.append(f"COVERS {frame['covers']} paragraphs")
            if frame["cut"]:
                said.append("IS CUT")
            if frame["hidden"]:
                said.append("(hidden)")
            if content:
                said.append(f"content {content['height']}" + (f" (scrolls by {content['scrolls']})" if content["scrolls"] > 1 else "") + (" (sideways)" if content["sideways"] else "") + ";")
        said += [f"quote {'shown' if shown else 'hidden'};" for shown in page["quotes"]]
        if page.get("opens"):
            said.append(f"a click on an article opens {page['opens']};")
        said += [f"number \"{text}\";" for text in page["elements"]]
        said += [f"picture {picture['width']} x {picture['height']};" for picture in page["pictures"]]
        if page["wide"]:
            said.append("THE PAGE IS WIDER THAN THE WINDOW")
        print(*said)
    print(f"pictures: {pictures}")
