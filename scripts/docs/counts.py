"""Numbers about the checks themselves, for sim/TRACE.md."""
import collections
import re

from program import files_under, listing, table, text_of


def tests():
    by_folder = collections.Counter()
    for path in files_under("tests", ".cpp"):
        folder = path.split("/")[1]
        by_folder[folder] += len(re.findall(r"^TEST(?:_F|_P)?\(", text_of(path), re.MULTILINE))
    meaning = {
        "claims": "whole runs: bounds, directions, equal bits, people per agent, patterns",
        "analysis": "indices against published values, coverage of intervals, what findings say",
        "benchmark": "the reference model that speed is compared with",
        "experiments": "designs against published points, stores that are killed and go on",
        "patterns": "statistics on histories made by hand, priors, acceptance, a subset at the protocol's size",
        "mechanisms": "each equation against values computed by hand; chances against frequencies",
        "cli": "the program as people start it", "output": "CSV files and the report",
        "scenario": "reading scenario files, dated changes, roll-out", "world": "how the world starts",
        "observe": "what is measured, and the fingerprint", "netherlands": "data of the real country",
        "mathematics": "elementary functions and their bounds", "random": "luck and distributions",
        "parameters": "the two tables", "statistics": "means and quantiles", "text": "calendar and names",
    }
    rows = [(f"`tests/{folder}`", count, meaning.get(folder, "")) for folder, count in sorted(by_folder.items()) if count]
    rows.append(("all", sum(by_folder.values()), ""))
    invalid = len(files_under("tests/fixtures/invalid", ".toml"))
    return (table(["folder", "tests", "what they hold"], rows) +
            f"\n\n{invalid} scenario files with a mistake, each of which must be refused "
            f"({len(files_under('scenarios', '.toml'))} files in `scenarios/` must be read).")


def provenance():
    count = collections.Counter(row["provenance"] for row in listing("parameters"))
    cells = len(listing("use-cases")) * len(listing("use-cases", "--columns"))
    return (f"{sum(count.values())} parameters: {count['grounded']} grounded in an outside figure, {count['literature']} with "
            f"a form or order of magnitude from literature, {count['assumed']} assumed. {cells} cells of the use-case "
            f"table, all assumed.")
