"""What check_docs looks at besides stale tables: heads of mechanisms, links, lessons, and words about MPI."""
import os
import re

from program import ROOT, anchors_in, files_under, listing, pages, text_of, without_fences

README = "sim/README.md"
# [words](target), with or without a title; [name]: target; and what HTML has
LINK = re.compile(r"""\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)|^ {0,3}\[[^\]]+\]:\s*(\S+)|\b(?:href|src)="([^"]+)\"""", re.MULTILINE)


def headers():
    """Each source of sim/mechanisms says what happens, what is assumed, and where the model's page tells more."""
    anchors = anchors_in(README)
    functions = {row["name"] for row in listing("schedule")}
    for path in files_under("sim/mechanisms", ".cpp"):
        lines = text_of(path).splitlines()[:3]
        if len(lines) < 3 or not re.match(r"// \S", lines[0]) or lines[0].startswith("// Assumes"):
            yield f"{path}:1: say in one line what happens"
        if len(lines) < 2 or not lines[1].startswith("// Assumes: "):
            yield f"{path}:2: say what is assumed: // Assumes: ..."
        found = re.match(rf"// ODD: {README}#([\w-]+)$", lines[2]) if len(lines) > 2 else None
        if not found:
            yield f"{path}:3: name the heading of the model's page: // ODD: {README}#..."
        elif found[1] not in anchors:
            yield f"{path}:3: {README} has no heading #{found[1]}"
        functions -= set(re.findall(r"^void (\w+)\(", text_of(path), re.MULTILINE))
    for name in sorted(functions):
        yield f"sim/mechanisms: no file defines {name} of schedule.def"


def links():
    """Relative links of all pages lead to files and headings that exist."""
    for path in pages():
        folder = os.path.dirname(path)
        text = re.sub(r"`[^`\n]*`", "", without_fences(text_of(path)))
        for found in LINK.finditer(text):
            target = found[1] or found[2] or found[3]
            if re.match(r"\w+:", target):
                continue
            file, _, anchor = target.partition("#")
            other = os.path.normpath(os.path.join(folder, file)) if file else path
            if not (ROOT / other).exists():
                yield f"{path}: link to {target}: there is no {other}"
            elif anchor and other.endswith(".md") and anchor not in anchors_in(other):
                yield f"{path}: link to {target}: {other} has no heading #{anchor}"


def lessons():
    """Rows of incidents and harm in the lessons are those of all months: the last month alone says next to nothing."""
    page, maker = "scenarios/LESSONS.md", "scripts/update_lessons"
    rows = 0
    for number, line in enumerate(text_of(page).splitlines(), 1):
        if not re.match(r"\|[^|]*\b(incidents|harm)\b", line):
            continue
        rows += 1
        if "in fifteen years" not in line:
            yield f"{page}:{number}: incidents and harm are told of all months: in fifteen years"
    if not rows:
        yield f"{page}: no row tells incidents or harm"
    for number, line in enumerate(text_of(maker).splitlines(), 1):
        if re.search(r"""\["(incidents|harm)"\]|\("(incidents|harm)",.*lambda""", line):
            yield f"{maker}:{number}: reads incidents or harm of one month; take incidents_so_far, harm_so_far"


def many_machines():
    """README says what a sweep under MPI needs: a program that is not built by itself, and a flag for root."""
    text = re.sub(r"\s+", " ", text_of("README.md"))
    for words in ("`scripts/build release algemeente-mpi` builds", "`scripts/run` does not", "--allow-run-as-root"):
        if words not in text:
            yield f"README.md: sweeps under MPI: '{words}' is not said"
