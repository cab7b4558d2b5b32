"""Phrases that a reader has to decode, and what to write instead; scripts/check_words refuses them.

Looked at: pages (*.md), scenario and experiment files, texts of .def tables, and the strings of the folders in SPEAKING.
Not looked at: generated parts of pages (their sources are), `code` inside a line, and a line that says why with "words
allowed: REASON" in a comment.
"""
import re

from program import files_under, pages, text_of

# phrase: what to write instead; few and plain, so that a finding is seldom wrong
BANNED = {
    r"hang(s|ing)? on": "depends on",
    r"hangt aan": "berust op, hangt af van",
    r"nobody|somebody": "say who: a municipality, the reader, no file; or use the passive",
    r"luck": "the field's term: replicate, seed, random draw, common random numbers, chance",
    r"fifth of a second": "0.2 s",
    r"stands? (on|in|at|beside|there|under|twice|below|above)": "is, has, is based on",
    r"goes on where (it|this|that) stopped": "resumes",
    r"cannot be told": "too few to say, unknown",
    r"they strand": "they fail",
}
PATTERNS = [(re.compile(rf"\b(?:{phrase})\b", re.IGNORECASE), instead) for phrase, instead in BANNED.items()]
# folders whose strings people read on the command line
SPEAKING = ("sim/analysis", "sim/cli", "sim/experiments", "sim/mpi", "sim/netherlands", "sim/output", "sim/parameters",
            "sim/patterns", "sim/present", "sim/scenario", "sim/stories", "sim/text")
ALLOWED = re.compile(r"words allowed: \S")
GENERATED = re.compile(r"<!-- (?:generated: [\w ]+|measured: .*?from here|\w+: scripts/update_lessons writes this) -->\n.*?"
                       r"<!-- (?:end|measured: to here) -->", re.DOTALL)
STRING = re.compile(r'"(?:\\.|[^"\\])*"')


def blank(found):
    """As many lines as there were, so that line numbers stay right."""
    return "\n" * found[0].count("\n")


def lines_of_page(text):
    for number, line in enumerate(GENERATED.sub(blank, text).splitlines(), 1):
        yield number, line, re.sub(r"`[^`]*`", "", line)


def lines_of_source(text):
    for number, line in enumerate(text.splitlines(), 1):
        if not line.lstrip().startswith(("//", "#include")):
            yield number, line, " ".join(STRING.findall(line))


def sources():
    found = files_under("sim", ".def")
    for folder in SPEAKING:
        found += files_under(folder, ".cpp", ".h")
    return sorted(set(found))


def problems():
    prose = pages() + files_under("scenarios", ".toml")
    for path, lines in [(path, lines_of_page) for path in prose] + [(path, lines_of_source) for path in sources()]:
        for number, line, words in lines(text_of(path)):
            if ALLOWED.search(line):
                continue
            for pattern, instead in PATTERNS:
                for found in pattern.finditer(words):
                    yield f"{path}:{number}: '{found[0]}'; write: {instead}"
