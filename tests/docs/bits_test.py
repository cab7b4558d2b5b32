#!/usr/bin/env python3
"""The check of bits can fail: one cell of a program that does not exist differs, and must be named. Run by ctest."""
import contextlib
import io
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SCRIPT = ROOT / "scripts/check_bits"
LAST_LINE = "\nsys.exit(main())\n"
ROWS = [("straight", "1"), ("straight", "2"), ("saved", "1")]
failures = []


def outcome(cells):
    """Exit code and words of check_bits when programs print these cells: {(folder, row): hash}, else "same"."""
    script = {"__file__": str(SCRIPT), "__name__": "check_bits"}
    source = SCRIPT.read_text()
    assert source.endswith(LAST_LINE), "check_bits no longer ends with its call of main"
    exec(compile(source.removesuffix(LAST_LINE), SCRIPT, "exec"), script)
    script["built"] = lambda folder, targets: {folder: folder}
    script["cells_of"] = lambda folder: {row: cells.get((folder, row), "same") for row in ROWS
                                         if cells.get((folder, row), "same")}
    words = io.StringIO()
    sys.argv = ["check_bits"]
    with contextlib.redirect_stdout(words), contextlib.redirect_stderr(words):
        code = script["main"]()
    return code, words.getvalue()


def expect(cells, code, words):
    found = outcome(cells)
    if found[0] != code or words not in found[1]:
        failures.append(f"{cells}: expected {code} and '{words}', found {found}")


expect({}, 0, "6 cells, all same")
expect({("clang", ROWS[1]): "other"}, 1, "straight, 2 threads, clang")
expect({("release", ROWS[2]): "other"}, 1, "saved, 1 threads, release")
expect({("clang", ROWS[2]): ""}, 1, "saved, 1 threads, clang")  # not printed at all
expect({("clang", row): "other" for row in ROWS}, 1, "straight, 1 threads, clang")

print("\n".join(failures) if failures else "every cell that differed was named")
sys.exit(1 if failures else 0)
