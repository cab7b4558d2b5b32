#!/usr/bin/env python3
"""The check of words can fail: each phrase is put in each kind of place, and must be found. Run by ctest."""
import pathlib
import sys

sys.dont_write_bytecode = True
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "scripts" / "docs"))

import words  # noqa: E402

REAL = words.text_of, words.pages, words.sources, words.files_under
failures = []


def problems_with(path, text):
    """Problems when the only file is this one; all are put back."""
    is_page = path.endswith(".md")
    words.text_of = lambda asked: text
    words.pages = lambda: [path] if is_page else []
    words.files_under = lambda *asked: [path] if path.endswith(".toml") else []
    words.sources = lambda: [path] if path.endswith((".cpp", ".def")) else []
    try:
        return list(words.problems())
    finally:
        words.text_of, words.pages, words.sources, words.files_under = REAL


def expect(path, text, wanted):
    found = problems_with(path, text)
    if len(found) != 1 or not found[0].startswith(wanted):
        failures.append(f"{text!r}: expected one problem '{wanted}', found {found}")


def expect_none(path, text):
    found = problems_with(path, text)
    if found:
        failures.append(f"{text!r} is called a problem: {found}")


if list(words.problems()):
    failures.append(f"the texts as they are have such phrases: {list(words.problems())}")
for path in ("README.md", "viewer/FACILITATOR.md"):
    if path not in words.pages():
        failures.append(f"{path} is not looked at")
for path in ("sim/parameters/parameters.def", "sim/mechanisms/schedule.def", "sim/parameters/outcomes.def",
             "sim/parameters/use_cases.cpp", "sim/cli/run_options.cpp"):
    if path not in words.sources():
        failures.append(f"{path} is not looked at")

# each phrase, on a page and in a string
EXAMPLES = ["hangs on", "hang on", "hanging on", "hangt aan", "nobody", "somebody", "luck", "fifth of a second", "stands in",
            "stand beside", "goes on where it stopped", "cannot be told", "they strand"]
for phrase in EXAMPLES:
    expect("a.md", f"fine\nthis {phrase} here\n", f"a.md:2: '{phrase}'; write: ")
    expect("scenarios/a.toml", f'question = "this {phrase} here"\n', f"scenarios/a.toml:1: '{phrase}'; write: ")
    expect("sim/cli/a.cpp", f'int x;\nsay("this {phrase} here");\n', f"sim/cli/a.cpp:2: '{phrase}'; write: ")
for pattern, _ in words.PATTERNS:
    if not any(pattern.fullmatch(phrase) for phrase in EXAMPLES):
        failures.append(f"no example for {pattern.pattern}")
expect("a.md", "Nobody", "a.md:1: 'Nobody'; write: ")
expect("a.md", "<!-- generated: x -->\n\nnobody\n\n<!-- end -->\nluck\n", "a.md:6: 'luck'; write: ")

# what is not looked at: code, comments, names, generated parts, and a line that says why
expect_none("a.md", "`random/luck.h` and pluck and luckily; an overhang one")
expect_none("a.md", 'he said "nobody" <!-- words allowed: a quotation -->')
expect_none("sim/cli/a.cpp", '#include "random/luck.h"\n// luck\nluck(nobody);\n')
expect_none("sim/cli/a.cpp", 'say("nobody");  // words allowed: a name in a test\n')
expect("sim/cli/a.cpp", 'say("nobody");  // words allowed:\n', "sim/cli/a.cpp:1: 'nobody'")

print("\n".join(failures) if failures else f"{len(EXAMPLES)} phrases; every one that was used was found")
sys.exit(1 if failures else 0)
