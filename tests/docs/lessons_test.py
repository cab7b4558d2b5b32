#!/usr/bin/env python3
"""The check of the lessons can fail: rows of one month are made on purpose, and must be found. Run by ctest."""
import pathlib
import sys

sys.dont_write_bytecode = True
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "scripts" / "docs"))

import checks  # noqa: E402
import program  # noqa: E402

PAGE, MAKER = "scenarios/LESSONS.md", "scripts/update_lessons"
failures = []


def problems_with(path, before, after):
    """What is found when `before` is `after` in that file."""
    text = program.text_of(path)
    if before not in text:
        failures.append(f"{path} has no {before!r} any more")
    checks.text_of = lambda name: text.replace(before, after) if name == path else program.text_of(name)
    try:
        return list(checks.lessons())
    finally:
        checks.text_of = program.text_of


def expect(path, before, after, words):
    found = problems_with(path, before, after)
    if not found or any(words not in problem for problem in found):
        failures.append(f"{after!r} in {path}: expected '{words}', found {found}")


if list(checks.lessons()):
    failures.append(f"the lessons as they are: {list(checks.lessons())}")
expect(PAGE, "incidents in fifteen years", "incidents", "in fifteen years")
expect(PAGE, "harm in fifteen years", "harm", "in fifteen years")
expect(PAGE, "| ", "", "no row tells")
expect(MAKER, '["incidents_so_far"]', '["incidents"]', "of one month")
expect(MAKER, '["harm_so_far"]', '["harm"]', "of one month")
expect(MAKER, '("incidents_so_far", ', '("incidents", ', "of one month")

print("\n".join(failures) if failures else "every row of one month was found")
sys.exit(1 if failures else 0)
