#!/usr/bin/env python3
"""The check of the map of the rooms can fail: each kind of fault is made on purpose, and must be found. Run by ctest."""
import importlib.machinery
import importlib.util
import pathlib
import sys

sys.dont_write_bytecode = True
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
loader = importlib.machinery.SourceFileLoader("check_layers", str(ROOT / "scripts" / "check_layers"))
check_layers = importlib.util.module_from_spec(importlib.util.spec_from_loader(loader.name, loader))
loader.exec_module(check_layers)

failures = []


def expect(found, wanted, what):
    found = list(found)
    if found != wanted:
        failures.append(f"{what}: expected {wanted}, found {found}")


page = (ROOT / "README.md").read_text(encoding="utf-8")
listed = check_layers.rooms_in(page)
rooms = [folder for folder in listed if folder not in check_layers.TOP]
existing = check_layers.folders_of(ROOT / "sim")

expect(check_layers.check_maps(), [], "the maps as they are")
expect([folder for folder in listed if folder in check_layers.TOP], list(check_layers.TOP), "the top of the map")
if not {"threads", "patterns", "evidence", "mpi"} <= existing:
    failures.append(f"folders of sim/ are not found: {sorted(existing)}")

# each folder of sim/ in turn is forgotten
for folder in rooms:
    expect(check_layers.problems_of_map("README.md", [room for room in rooms if room != folder], existing),
           [f"README.md: the map does not list {folder}/"], f"{folder}/ is not on the map")
expect(check_layers.problems_of_map("README.md", rooms + ["attic"], existing),
       ["README.md: the map lists attic/, which does not exist"], "a room that does not exist")
expect(check_layers.problems_of_map("README.md", rooms + rooms[:1], existing),
       [f"README.md: the map lists {rooms[0]}/ twice"], "a room that is listed twice")

# the order of the layers
expect(check_layers.problems_of_order("README.md", rooms), [], "the order as it is")
expect(check_layers.problems_of_order("README.md", ["text", "world", "random", "mechanisms"]),
       ["README.md: the map lists world/ before random/, which is in a lower layer"], "a lower layer below a higher one")

# reading a map: the start of a line and what follows two spaces, and no words in between
expect(check_layers.rooms_in("## Map of the rooms\n\n```\nsim/   see viewer/README.md\n  text/  a      b/  c\n```\n## More\n"),
       ["sim", "text", "b"], "reading a map")
expect(check_layers.rooms_in("no map"), [], "a page without a map")

print("\n".join(failures) if failures else f"{len(listed)} rooms; every fault that was made was found")
sys.exit(1 if failures else 0)
