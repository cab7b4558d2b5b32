#!/usr/bin/env python3
"""Puts the page round the two builds of the window: scripts/packaging/web_site.py WORK PAGE SITE

The version in every address is the hash of what is in the files, so that a browser that keeps them sees a new one.
Says how large the site is, as it is and compressed.
"""
import hashlib
import json
import pathlib
import shutil
import subprocess
import sys

BUILDS = ("single", "threads")
PARTS = ("window.js", "window.wasm", "window.data", "window.worker.js")
ICON = pathlib.Path(__file__).parent / "algemeente.svg"


def files_of(work, page):
    """{name in the site: where it is}"""
    files = {path.name: path for path in sorted(page.iterdir())} | {"icon.svg": ICON}
    for build in BUILDS:
        folder = work / build / "viewer/platform/web"
        files |= {f"{build}/{part}": path for part in PARTS for path in (work / build / part, folder / part) if path.exists()}
    return files


def main():
    work, page, site = map(pathlib.Path, sys.argv[1:])
    files = files_of(work, page)
    contents = {name: path.read_bytes() for name, path in files.items()}
    version = hashlib.sha256(b"".join(name.encode() + contents[name] for name in sorted(contents))).hexdigest()[:12]
    sizes = json.dumps({name: len(data) for name, data in contents.items() if name.endswith((".wasm", ".data"))})
    shutil.rmtree(site, ignore_errors=True)
    for name, data in contents.items():
        if "/" not in name and name.endswith((".html", ".js")):
            data = data.replace(b"@VERSION@", version.encode()).replace(b"@SIZES@", sizes.encode())
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(data)
    for build in BUILDS:
        names = [name for name in contents if not name.startswith(tuple(other for other in BUILDS if other != build))]
        packed = sum(len(subprocess.run(["brotli", "-9", "-c", site / name], check=True, capture_output=True).stdout)
                     for name in names)
        wasm = len(contents[f"{build}/window.wasm"])
        print(f"{site} with {build}: {wasm / 1e6:.2f} MB of WebAssembly, {packed / 1e6:.2f} MB to fetch (brotli)")


if __name__ == "__main__":
    main()
