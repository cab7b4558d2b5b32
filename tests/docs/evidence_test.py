#!/usr/bin/env python3
"""The evidence ledger can fail: each kind of fault is made on purpose, and must be found.

Run by ctest. Ends with 77 (skipped) where build/release/algemeente is not there, which the ledger is made from.
"""
import pathlib
import sys

sys.dont_write_bytecode = True
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "scripts" / "docs"))

import evidence  # noqa: E402
import program  # noqa: E402

if not program.PROGRAM.exists():
    sys.exit(77)

REAL_ROWS, REAL_TEXT = evidence.rows_of, evidence.text_of
failures = []


def problems_with(rows=None, text=None):
    """Problems when rows_of or text_of answer otherwise; both are put back."""
    evidence.rows_of = rows or REAL_ROWS
    evidence.text_of = text or REAL_TEXT
    try:
        return list(evidence.problems())
    finally:
        evidence.rows_of, evidence.text_of = REAL_ROWS, REAL_TEXT


def expect(found, words, what):
    if not any(words in problem for problem in found):
        failures.append(f"{what}: expected '{words}' among {found}")


def with_rows(name, change):
    return lambda asked: change(REAL_ROWS(asked)) if asked == name else REAL_ROWS(asked)


if problems_with():
    failures.append(f"the ledger as it is has problems: {problems_with()}")

claims = [row["id"] for row in REAL_ROWS("claims")]
if claims != [f"E{number:02}" for number in range(1, 81)]:
    failures.append("claims.csv does not hold E01 to E80 in order")

homes = evidence.gather()

# a claim that nobody took up
expect(problems_with(rows=with_rows("claims", lambda rows: rows + [{**rows[0], "id": "E81"}])),
       "E81 has no home", "a new claim without a home")

# each of the eighty: without its tags it has no home, unless a remark leaves it out or calls it a rule of design
real_ids = evidence.ids_in
remarks = {row["id"]: row["kind"] for row in REAL_ROWS("remarks")}
for claim in claims:
    evidence.ids_in = lambda text, lost=claim: real_ids(text) - {lost}
    found = problems_with()
    evidence.ids_in = real_ids
    if remarks.get(claim) in evidence.WITHOUT_CODE:
        if found:
            failures.append(f"{claim} is left out with a reason, and is called a problem: {found}")
        continue
    expect(found, f"{claim} has no home", f"{claim} without its tags")

# a remark that does not say why, or of a kind that does not exist, or about no claim
expect(problems_with(rows=with_rows("remarks", lambda rows: [{**rows[0], "remark": ""}, *rows[1:]])),
       "say why", "a remark without a reason")
expect(problems_with(rows=with_rows("remarks", lambda rows: [{**rows[0], "kind": "forgotten"}, *rows[1:]])),
       "unknown kind 'forgotten'", "a remark of an unknown kind")
expect(problems_with(rows=with_rows("remarks", lambda rows: [{**rows[0], "id": "E99"}, *rows[1:]])),
       "E99 is no claim", "a remark about no claim")

# a claim that is said to be left out, though a mechanism names it
named = next(claim for claim in claims if homes["mechanisms"][claim])
omitted = {"id": named, "kind": "omitted", "remark": "for the test"}
expect(problems_with(rows=with_rows("remarks", lambda rows: [row for row in rows if row["id"] != named] + [omitted])),
       f"{named} is said to be left out", "a claim left out that a mechanism names")

# a tag in the code that is no claim
expect(problems_with(text=lambda path: REAL_TEXT(path) + ("\n// E93\n" if path == "sim/README.md" else "")),
       "E93 is no claim", "a tag of no claim")

print("\n".join(failures) if failures else f"{len(claims)} claims; every fault that was made was found")
sys.exit(1 if failures else 0)
