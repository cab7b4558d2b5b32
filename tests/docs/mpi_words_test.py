#!/usr/bin/env python3
"""The check of what README says of sweeps under MPI can fail. Run by ctest."""
import pathlib
import sys

sys.dont_write_bytecode = True
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "scripts" / "docs"))

import checks  # noqa: E402
import program  # noqa: E402

failures = [f"README as it is: {problem}" for problem in checks.many_machines()]
README = program.text_of("README.md")
for words in ("scripts/build release algemeente-mpi", "`scripts/run` does", "--allow-run-as-root"):
    if words not in README:
        failures.append(f"README.md has no '{words}' any more")
    checks.text_of = lambda path: README.replace(words, "")
    found = list(checks.many_machines())
    if len(found) != 1:
        failures.append(f"without '{words}': expected one problem, found {found}")

print("\n".join(failures) if failures else "every sentence that was taken out was missed")
sys.exit(1 if failures else 0)
