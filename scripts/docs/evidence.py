"""The evidence ledger: which claim of the thesis is realised where, read from the tags in the code."""
import collections
import csv
import re
import tomllib

from program import ROOT, cell, files_under, listing, table, text_of

FOLDER = "sim/evidence"
ID = re.compile(r"\bE(\d\d)(?:-E(\d\d))?\b")
FACT = re.compile(r"\bS(\d\d)(?:-S(\d\d))?\b")
PATTERN = re.compile(r"\bP\d\d\b")
KINDS = {
    "outcome": "must come out of the model; no equation of its own",
    "scenario": "only through a lever or scenario that is neutral in the baseline",
    "extension": "partly by an extension that is off",
    "partly": "realised in part; the rest is left out",
    "input": "an input, not an equation",
    "rule": "a rule of design",
    "omitted": "left out",
}
# kinds that need nothing in the code
WITHOUT_CODE = {"omitted", "rule"}


def rows_of(name):
    with open(ROOT / FOLDER / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def ids_in(text):
    """E12 and all of E14-E16."""
    found = set()
    for match in ID.finditer(text):
        first, last = int(match[1]), int(match[2] or match[1])
        found.update(f"E{number:02}" for number in range(first, last + 1))
    return found


def facts_in(text):
    """S04 and all of S01-S07: facts about supply."""
    found = set()
    for match in FACT.finditer(text):
        first, last = int(match[1]), int(match[2] or match[1])
        found.update(f"S{number:02}" for number in range(first, last + 1))
    return found


def tests_in(path):
    """Names of the tests of a file with the comments above and inside them."""
    tests, above = [], []
    for line in text_of(path).splitlines():
        start = re.match(r"TEST(?:_F|_P)?\((\w+), (\w+)\)", line)
        if start:
            tests.append((f"{start[1]}.{start[2]}", above))
            above = []
        elif line.startswith("//"):
            above.append(line)
        elif line.lstrip().startswith("//") and tests:
            tests[-1][1].append(line)
        elif not line.strip():
            above = []
    return [(name, "\n".join(comments)) for name, comments in tests]


def gather():
    """Home kinds in the order of the page: {kind: {id: [where]}}, each where as markdown."""
    homes = {kind: collections.defaultdict(list) for kind in
             ("mechanisms", "also in", "parameters", "use cases", "scenarios", "patterns", "tests")}

    def note(kind, text, where):
        for claim in sorted(ids_in(text)):
            if where not in homes[kind][claim]:
                homes[kind][claim].append(where)

    for row in listing("schedule"):
        note("mechanisms", row["evidence"], f"`{row['name']}`")
    for path in files_under("sim", ".cpp", ".h"):
        if not path.startswith(("sim/parameters/use_cases", "sim/patterns/")):
            comments = "\n".join(re.findall(r"//.*", text_of(path)))
            note("also in", comments, f"`{path.removeprefix('sim/')}`")
    for row in listing("parameters"):
        note("parameters", row["source"], f"`{row['name']}`")
    for row in listing("use-cases", "--columns"):
        note("use cases", row["source"], f"`{row['name']}`")
    for path in files_under("scenarios", ".toml"):
        note("scenarios", tomllib.loads(text_of(path)).get("evidence", ""), f"`{path.removeprefix('scenarios/').removesuffix('.toml')}`")
    for path in files_under("sim/patterns", ".def", ".cpp", ".h", ".toml"):
        for line in text_of(path).splitlines():
            for pattern in PATTERN.findall(line)[:1]:
                note("patterns", line, pattern)
    for path in files_under("tests", ".cpp"):
        for name, comments in tests_in(path):
            pattern = PATTERN.match(name.split(".")[1])
            if pattern:
                note("patterns", comments, pattern[0])
            note("tests", comments, name)
    return homes


def problems():
    """Claims without a home, ids that do not exist, remarks that cannot be."""
    claims = [row["id"] for row in rows_of("claims")]
    remarks = {row["id"]: row for row in rows_of("remarks")}
    homes = gather()
    if len(claims) != len(set(claims)):
        yield f"{FOLDER}/claims.csv: an id comes twice"
    for claim, row in remarks.items():
        if claim not in claims:
            yield f"{FOLDER}/remarks.csv: {claim} is no claim"
        if row["kind"] not in KINDS:
            yield f"{FOLDER}/remarks.csv: {claim}: unknown kind '{row['kind']}'; there are {', '.join(KINDS)}"
        if not row["remark"]:
            yield f"{FOLDER}/remarks.csv: {claim}: say why"
    for claim in claims:
        in_code = any(homes[kind][claim] for kind in ("mechanisms", "also in", "parameters", "use cases", "scenarios"))
        kind = remarks.get(claim, {}).get("kind")
        if not in_code and kind not in WITHOUT_CODE:
            yield f"{claim} has no home: nothing in the code names it, and {FOLDER}/remarks.csv does not say why"
        if kind == "omitted" and homes["mechanisms"][claim]:
            yield f"{claim} is said to be left out, but {', '.join(homes['mechanisms'][claim])} names it"
    known = set(claims)
    known_facts = {row["id"] for row in rows_of("facts")}
    for row in listing("parameters"):
        for fact in sorted(facts_in(row["source"]) - known_facts):
            yield f"{row['name']}: {fact} is no fact ({FOLDER}/facts.csv)"
    for path in files_under("sim", ".cpp", ".h", ".def") + files_under("scenarios", ".toml", ".md") + \
            files_under("tests", ".cpp", ".h", ".md") + ["sim/README.md", "sim/RESULTS.md"]:
        for number, line in enumerate(text_of(path).splitlines(), 1):
            for claim in sorted(ids_in(line) - known):
                yield f"{path}:{number}: {claim} is no claim of the thesis ({FOLDER}/claims.csv)"


def overview():
    claims, homes = rows_of("claims"), gather()
    remarks = {row["id"]: row["kind"] for row in rows_of("remarks")}
    count = lambda kind, claim: len(homes[kind][claim]) or ""
    rows = [(f"[{row['id']}](#{row['id'].lower()})", row["concerns"], row["about"],
             *(count(kind, row["id"]) for kind in ("mechanisms", "parameters", "use cases", "scenarios", "tests")),
             ", ".join(homes["patterns"][row["id"]]), remarks.get(row["id"], "")) for row in claims]
    kinds = collections.Counter(remarks.values())
    tested = sum(1 for row in claims if homes["tests"][row["id"]])
    by_about = collections.Counter(re.match(r"similarity and|similarity in|\w+", row["about"])[0] for row in claims)
    words = (f"{len(claims)} claims: {by_about['similarity']} about a similarity between the domains, "
             f"{by_about['difference']} about a difference, {by_about['neutral']} about neither, "
             f"{by_about['similarity and'] + by_about['similarity in']} about both. "
             f"{sum(1 for row in claims if homes['mechanisms'][row['id']])} are named by a mechanism of the schedule, "
             f"{tested} by at least one test.\n\nRemarks: " +
             "; ".join(f"{kinds[kind]} *{kind}* ({meaning})" for kind, meaning in KINDS.items() if kinds[kind]) + ".")
    untested = [row["id"] for row in claims if not homes["tests"][row["id"]]]
    if untested:
        words += f"\n\nNo test names {', '.join(untested)}."
    return words + "\n\n" + table(["", "concerns", "about", "mechanisms", "parameters", "use-case columns", "scenarios",
                                    "tests", "patterns", "remark"], rows)


def facts():
    """Facts about supply, and the parameters, scenarios and tests that name them."""
    parameters = [(row["name"], facts_in(row["source"])) for row in listing("parameters")]
    scenarios = [(path.removeprefix("scenarios/").removesuffix(".toml"),
                  facts_in(tomllib.loads(text_of(path)).get("evidence", "")))
                 for path in files_under("scenarios", ".toml")]
    tests = [(name, facts_in(comments)) for path in files_under("tests", ".cpp") for name, comments in tests_in(path)]
    named = lambda places, fact: ", ".join(f"`{name}`" for name, ids in places if fact in ids)
    return table(["", "fact", "used to", "in the model", "parameters", "scenarios", "tests"],
                 [(row["id"], row["fact"], row["use"], row["where"], named(parameters, row["id"]),
                   named(scenarios, row["id"]), named(tests, row["id"])) for row in rows_of("facts")])


def details():
    claims, homes = rows_of("claims"), gather()
    remarks = {row["id"]: row for row in rows_of("remarks")}
    parts, theme = [], None
    for row in claims:
        if row["theme"] != theme:
            theme = row["theme"]
            parts.append(f"## {theme[0].upper()}{theme[1:]}")
        lines = [f"### {row['id']}", "", f"{row['claim']} *({row['concerns']}; {row['about']}; from {row['basis']})*", ""]
        for kind, found in homes.items():
            if found[row["id"]]:
                lines.append(f"- {kind}: {cell(', '.join(found[row['id']]))}")
        if row["id"] in remarks:
            remark = remarks[row["id"]]
            lines.append(f"- **{remark['kind']}**: {remark['remark']}")
        parts.append("\n".join(lines))
    return "\n\n".join(parts)
