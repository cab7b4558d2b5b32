"""What the documentation is made from: the program's own listings and the files of the repository."""
import functools
import json
import pathlib
import re
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PROGRAM = ROOT / "build" / "release" / "algemeente"


class NoProgram(Exception):
    pass


@functools.cache
def listing(*command):
    """Rows of a listing command, as dictionaries."""
    if not PROGRAM.exists():
        raise NoProgram("build/release/algemeente is not there; run scripts/build release algemeente")
    result = subprocess.run([PROGRAM, *command, "--format", "json"], capture_output=True, text=True, check=True)
    return json.loads(result.stdout)


@functools.cache
def names():
    """What the program calls things in English, by id: {"stage.pilot": "in pilot"}; the first row of an id counts."""
    return {row["id"]: row["en"] for row in reversed(listing("names"))}


def name_of(kind, id_):
    """The name of a stage, factor, ... as a page writes it: "data availability"."""
    name = names()[f"{kind}.{id_}" if kind else id_]
    return name if name[:2].isupper() else name[:1].lower() + name[1:]


@functools.cache
def text_of(path):
    return (ROOT / path).read_text(encoding="utf-8")


def files_under(folder, *suffixes):
    """Paths relative to the repository, sorted."""
    found = (ROOT / folder).rglob("*") if (ROOT / folder).exists() else []
    return sorted(str(file.relative_to(ROOT)) for file in found if file.is_file() and file.suffix in suffixes)


def pages():
    """Every page of the repository (*.md), whether committed or not."""
    listed = subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", "*.md"], cwd=ROOT,
                            capture_output=True, text=True, check=True).stdout
    return sorted(path for path in set(listed.splitlines()) if (ROOT / path).exists())


def number(value):
    """A number as people write it: 0.35, 50,000, 1."""
    if float(value).is_integer() and abs(value) >= 10000:
        return f"{int(value):,}"
    return f"{value:g}"


def cell(text):
    return str(text).replace("|", "\\|").replace("\n", " ")


def table(columns, rows):
    lines = ["| " + " | ".join(columns) + " |", "|" + "---|" * len(columns)]
    lines += ["| " + " | ".join(cell(value) for value in row) + " |" for row in rows]
    return "\n".join(lines)


def anchor_of(heading):
    """The anchor that GitHub gives to a heading."""
    plain = re.sub(r"[`*]|\[([^\]]*)\]\([^)]*\)", r"\1", heading.strip())
    return re.sub(r"[^\w\- ]", "", plain.lower()).replace(" ", "-")


def without_fences(text):
    """The text without its ``` blocks, in which a line with # is no heading and brackets are no link."""
    return re.sub(r"^ *```.*?^ *```", "", text, flags=re.DOTALL | re.MULTILINE)


def anchors_in(path):
    """Anchors of all headings; a heading that comes again gets a number, as GitHub does it."""
    anchors = set()
    for heading in re.findall(r"^#{1,6} (.+)$", without_fences(text_of(path)), re.MULTILINE):
        plain = anchor = anchor_of(heading)
        count = 0
        while anchor in anchors:
            count += 1
            anchor = f"{plain}-{count}"
        anchors.add(anchor)
    return anchors
