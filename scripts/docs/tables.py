"""The generated tables of sim/README.md and sim/parameters/README.md."""
import re
import subprocess
import sys

from program import ROOT, listing, number, table, text_of

def schedule():
    rows = [(int(row["order"]), f"`{row['name']}`", row["scope"], row["equations"], row["evidence"], row["meaning"])
            for row in listing("schedule")]
    return table(["", "mechanism", "scope", "equations", "evidence", "what happens"], rows)


# struct of sim/world/world.h: what it is called on the page
STRUCTS = {
    "Nation": "nation", "MediaFrame": "media frame (two)", "Municipality": "municipality", "DomainOffice": "domain office",
    "Alderman": "alderman", "Department": "department", "DataSources": "data sources", "Project": "project",
    "Requirement": "required source of a project", "Employees": "employee", "Citizens": "citizen",
}
MEMBER = re.compile(r"^    (?:std::|double|int|bool|float|[A-Z])[^()]*?[ >](\w+(?: = [^,;]+)?(?:\{\})?"
                    r"(?:, \w+(?: = [^,;]+)?)*)(?:\{\})?;(?:\s*///< (.*))?$")


def members_of(struct):
    body = re.search(rf"^struct {struct} \{{\n(.*?)^\}};", text_of("sim/world/world.h"), re.MULTILINE | re.DOTALL)[1]
    for line in body.splitlines():
        found = MEMBER.match(line)
        if not found or line.lstrip().startswith(("static", "struct", "const ")):
            continue
        names = [re.sub(r"[ ={].*", "", name) for name in found[1].split(", ")]
        yield ", ".join(f"`{name}`" for name in names) + (f" ({found[2].strip()})" if found[2] else "")


def entities():
    return table(["entity", "state, as it is called in `world/world.h`"],
                 [(word, "; ".join(members_of(struct))) for struct, word in STRUCTS.items()])


def outcomes():
    parts = []
    for of, title in (("domain", "For each domain"), ("nation", "For the nation")):
        rows = [(f"`{row['name']}`", row["title"], row["unit"], row["aggregation"], row["meaning"])
                for row in listing("outcomes") if row["of"] == of]
        parts.append(f"{title} ({len(rows)}):\n\n" + table(["outcome", "in words", "unit", "over", "meaning"], rows))
    return "\n\n".join(parts)


def use_cases():
    uses = listing("use-cases")
    names = table(["", "use case", "what it is"],
                  [(f"a{i}", f"`{use['name']}`", use["meaning"]) for i, use in enumerate(uses)])
    rows = []
    for column in listing("use-cases", "--columns"):
        values = [number(use[column["name"]]) for use in uses]
        rows.append([f"`{column['name']}`", *values, column["meaning"], column["source"]])
    values = table(["property", *(f"a{i}" for i in range(len(uses))), "meaning", "source"], rows)
    return names + "\n\n" + values


def cell_grounds():
    numbers = {use["name"]: f"a{i}" for i, use in enumerate(listing("use-cases"))}
    rows = [(numbers[row["use_case"]], f"`{row['column']}`", number(row["standard"]), number(row["found"]),
             f"{row['records']:g} of {row['municipalities']:g}",
             f"{number(row['low'])} to {number(row['high'])}" if row["low"] < row["high"] else "not varied")
            for row in listing("use-cases", "--grounds")]
    return table(["", "property", "standard", "found", "records, of municipalities", "prior"], rows)


def readers():
    result = subprocess.run([sys.executable, ROOT / "scripts" / "check_parameters", "--readers"],
                            capture_output=True, text=True)
    found = re.findall(r"^(\w+): (.*)$", result.stdout, re.MULTILINE)
    return {name: [] if files == "nothing" else files.split(", ") for name, files in found}


def start_only():
    """Names of the rows that are read only while the world is made."""
    return set(re.findall(r"^(?:SUPPLY_)?START_PARAMETER\((\w+),", text_of("sim/parameters/parameters.def"), re.MULTILINE))


def sections():
    """Section titles of parameters.def with the names below them."""
    found = []
    for line in text_of("sim/parameters/parameters.def").splitlines():
        title = re.match(r"// ---- (.*?) -*$", line)
        row = re.match(r"(?:SUPPLY_)?(?:START_)?PARAMETER\((\w+),", line)
        if title:
            found.append((title[1], []))
        elif row:
            found[-1][1].append(row[1])
    return found


def parameters():
    by_name = {row["name"]: row for row in listing("parameters")}
    undated = start_only()
    read_by = readers()
    counts = {}
    for row in by_name.values():
        counts[row["role"], row["provenance"]] = counts.get((row["role"], row["provenance"]), 0) + 1
    provenances = ["grounded", "literature", "assumed"]
    total = table(["role", *provenances, "all"],
                  [[role, *(counts.get((role, p), 0) for p in provenances), sum(counts.get((role, p), 0) for p in provenances)]
                   for role in ("lever", "assumption", "setting")])
    parts = [f"{len(by_name)} parameters:\n\n{total}",
             f"{len(undated)} of them are read only while the world is made (at the start): they can have no date."]
    for title, names in sections():
        rows = []
        for name in names:
            row = by_name[name]
            rows.append((f"`{name}`", row["unit"], number(row["standard"]), f"{number(row['low'])} to {number(row['high'])}",
                         row["role"] + (", at the start" if name in undated else ""), row["provenance"], row["meaning"], row["source"],
                         ", ".join(file.rsplit("/", 1)[-1] for file in read_by.get(name, []))))
        parts.append(f"## {title[0].upper()}{title[1:]}\n\n" + table(
            ["name", "unit", "standard", "range", "role", "provenance", "meaning", "source", "read by"], rows))
    return "\n\n".join(parts)
