#!/usr/bin/env python3
"""scripts/check_literals can fail: numbers are planted in copies of real sources, and each must be found.

Run by ctest.
"""
import importlib.machinery
import importlib.util
import pathlib
import shutil
import sys
import tempfile

sys.dont_write_bytecode = True
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
LOADER = importlib.machinery.SourceFileLoader("check_literals", str(ROOT / "scripts" / "check_literals"))
check = importlib.util.module_from_spec(importlib.util.spec_from_loader("check_literals", LOADER))
LOADER.exec_module(check)

failures = []


def expect(text, *lines):
    """The check finds something in exactly these lines of `text`."""
    found = [line for line, _ in check.problems_in(text)]
    if found != list(lines):
        failures.append(f"expected findings in lines {lines}, got {found}, in:\n{text}")


# what is a number of the model
for bare in (".5", "0.5", "2", "1e-3", "1'000", "3.0F", "17U", "250.", "2 * 0.25"):
    if not list(check.problems_in(f"    double x = {bare} * p.share;")):
        failures.append(f"{bare} was not found")
expect("double f() {\n    return clip(a, .02, .98);\n}", 2, 2)
expect("if (maturity < 3) return;", 1)
expect("constexpr double f(double x) { return .5 * x; }", 1)

# what is none
expect("double x = 1 - y; int i = 0; float z = 1.0F;")
expect("luck[3] + (key << 32U) + (key >> 31) + 0x7fff; x2 = std::uint32_t{};")
expect("// 0.5 in a comment\nnote(\"0.5 in a text\"); char c = '7';")

# a constant needs a comment that explains it
expect("constexpr double half = .5;", 1)
expect("constexpr double half = .5;  // what rounding is")
expect("// what rounding is\nconstexpr double half = .5;")
expect("// two of a kind\nconstexpr int a = 2;\nconstexpr int b = 3;\n\nconstexpr int c = 4;", 5)
expect("// explained\nconstexpr double all[] = {2,\n                          3};\nint x = 4;", 4)
expect("// about something else\nint y = 0;\nconstexpr int c = 4;", 3)

# a copy of the sources is clean, and no longer so with a number in any of the three folders
with tempfile.TemporaryDirectory() as folder:
    copy = pathlib.Path(folder)
    for name in check.FOLDERS:
        shutil.copytree(ROOT / name, copy / name)
    if list(check.problems(copy)):
        failures.append(f"the sources as they are have bare numbers: {list(check.problems(copy))}")
    for name in check.FOLDERS:
        source = sorted((copy / name).glob("*.cpp"))[0]
        text = source.read_text(encoding="utf-8")
        source.write_text(text + "double planted() { return 0.37; }\n", encoding="utf-8")
        found = list(check.problems(copy))
        if len(found) != 1 or "0.37 is a bare number" not in found[0]:
            failures.append(f"0.37 planted in {source.name} gave {found}")
        source.write_text(text, encoding="utf-8")

print("\n".join(failures) if failures else "the check of literals finds what it looks for")
sys.exit(1 if failures else 0)
