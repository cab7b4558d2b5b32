#!/usr/bin/env python3
"""The check of the catalogue can fail: each kind of fault is made on purpose, and must be found. Run by ctest."""
import importlib.machinery
import importlib.util
import pathlib
import sys

sys.dont_write_bytecode = True
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
loader = importlib.machinery.SourceFileLoader("check_texts", str(ROOT / "scripts" / "check_texts"))
check_texts = importlib.util.module_from_spec(importlib.util.spec_from_loader("check_texts", loader))
loader.exec_module(check_texts)

TEXTS = ("sim/present/words/texts.def", 'TEXT(stop, "Stop", "Stop")\nTEXT(map, "Kaart", "Map")\n')
failures = []


def found(*files):
    return check_texts.problems_of((pathlib.PurePath(path), text) for path, text in files)


def expect(files, words, what):
    problems = found(*files)
    if len(problems) != len(words) or not all(word in problem for word, problem in zip(words, problems)):
        failures.append(f"{what}: expected {words}, found {problems}")


USES = ("viewer/views/a.cpp", "button(Word::stop); button(Word::map);\n")
expect([TEXTS, USES], [], "both texts are used")
expect([TEXTS, ("viewer/views/a.cpp", "button(Word::stop);\n")], ["texts.def:2: nothing shows the text 'map'"],
       "an unused text")
expect([TEXTS, ("viewer/views/a.cpp", "button(Word::stop);  // Word::map\n")], ["'map'"], "used in a comment only")
expect([TEXTS, ("viewer/views/a.cpp", "button(Word::stop); button(Word::map_note);\n")], ["'map'"],
       "used by half its name")
expect([TEXTS, ("viewer/commands/actions.def", "ACTION(halt, stop, 'S', 0, halt())\n"),
        ("viewer/state/pages.def", "PAGE(map, map, map, '3', draw, alone, nothing)\n")], [], "used by tables")
expect([TEXTS, ("viewer/commands/actions.def", "ACTION(stop, other, 'S', 0, map(stop))\n")], ["'stop'", "'map'"],
       "the id of an action is not its text")
for line in ['return language == Language::nl ? "ja" : "yes";', 'text = (language == Language::en) ? "yes" : "ja";',
             'return language == Language::nl\n           ? "ja" : "yes";', 'return nl ? "ja" : "yes";', 'words = dutch ? a : b;']:
    expect([TEXTS, USES, ("viewer/views/b.cpp", line + "\n")], ["b.cpp:1: chooses a language"], line)
    expect([TEXTS, USES, ("sim/present/words/catalogue.cpp", line + "\n")], [], line + " in the catalogue")
NAMES = ("sim/present/words/names.def", 'OUTCOME("started", "A", "B", "C")\nNAME("idea", "idee", "idea")\n')
expect([TEXTS, USES, NAMES], [], "every id once")
expect([TEXTS, USES, NAMES, ("sim/present/words/assumptions.def", 'NAME("started", "gestart", "started")\n')],
       ["'started' has a name already"], "an id named twice, in two tables")
expect([TEXTS, USES, ("viewer/views/b.cpp", "// nl ? a : b\nif (language == Language::nl) return;\n")], [],
       "a comment, and a condition without texts")

print("\n".join(failures) if failures else "each fault was found")
sys.exit(1 if failures else 0)
