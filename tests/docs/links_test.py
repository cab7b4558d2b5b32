#!/usr/bin/env python3
"""The check of links can fail: each kind of dead link is made on purpose, and must be found. Run by ctest."""
import pathlib
import sys

sys.dont_write_bytecode = True
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "scripts" / "docs"))

import checks  # noqa: E402
import program  # noqa: E402

REAL_TEXT, REAL_PAGES = program.text_of, program.pages
PAGE = "sim/TRACE.md"
failures = []


def problems_with(text):
    """Dead links when the only page is sim/TRACE.md with this text instead of its own."""
    invented = lambda path: text if path == PAGE else REAL_TEXT(path)
    checks.text_of = program.text_of = invented
    checks.pages = lambda: [PAGE]
    try:
        return list(checks.links())
    finally:
        checks.text_of, checks.pages, program.text_of = REAL_TEXT, REAL_PAGES, REAL_TEXT


def expect(text, words):
    found = problems_with(text)
    if len(found) != 1 or words not in found[0]:
        failures.append(f"{text!r}: expected one problem with '{words}', found {found}")


def expect_none(text):
    found = problems_with(text)
    if found:
        failures.append(f"{text!r} is called a problem: {found}")


if list(checks.links()):
    failures.append(f"the pages as they are have dead links: {list(checks.links())}")
if "sim/README.md" not in REAL_PAGES() or len(REAL_PAGES()) < 10:
    failures.append(f"not all pages are looked at: {REAL_PAGES()}")

# files that do not exist, in each form that a link can have
expect("[a](MISSING.md)", "there is no sim/MISSING.md")
expect("[a](../sim/MISSING.md#b)", "there is no sim/MISSING.md")
expect('[a](MISSING.md "title")', "there is no sim/MISSING.md")
expect("[a](<MISSING.md>)", "there is no sim/MISSING.md")
expect("![picture](missing.png)", "there is no sim/missing.png")
expect("[over two\nlines](MISSING.md)", "there is no sim/MISSING.md")
expect("[`code`](MISSING.md)", "there is no sim/MISSING.md")
expect("[a]: MISSING.md", "there is no sim/MISSING.md")
expect('<img src="missing.png">', "there is no sim/missing.png")

# headings that do not exist, on another page and on the same
expect("[a](README.md#no-such-heading)", "sim/README.md has no heading #no-such-heading")
expect("# Heading\n[a](#another)", "sim/TRACE.md has no heading #another")
expect("```\n# no heading\n```\n[a](#no-heading)", "has no heading #no-heading")
expect("# Twice\n# Twice\n[a](#twice-2)", "has no heading #twice-2")

# what is right, and what is no link between pages
expect_none("[a](README.md#details) [b](../README.md) [c](mechanisms) [d](https://example.org/x#y)")
expect_none("# Heading: with `code_x`\n[a](#heading-with-code_x)")
expect_none("# Twice\n# Twice\n[a](#twice) [b](#twice-1)")
expect_none("`[a](MISSING.md)`\n```\n[a](MISSING.md)\n```")

print("\n".join(failures) if failures else "every dead link that was made was found")
sys.exit(1 if failures else 0)
