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
        "ensemble": "replicates, resumed runs, bands over replicates",
        "threads": "the worker threads inside a run", "present": "words, numbers, charts and pages",
        "docs": "the checks of the documentation",
        "analysis": "indices against published values, coverage of intervals, what findings say",
        "benchmark": "the reference model that speed is compared with",
        "experiments": "designs against published points, stores that are killed and resumed",
        "patterns": "statistics on hand-made histories, priors, acceptance, a subset at the protocol's size",
        "mechanisms": "each equation against values computed by hand; chances against frequencies",
        "cli": "the program, started from the command line", "output": "CSV files and the report",
        "scenario": "reading scenario files, dated changes, roll-out", "world": "how the world starts",
        "observe": "what is measured, and the fingerprint", "netherlands": "data of the real country",
        "mathematics": "elementary functions and their bounds", "random": "random numbers and distributions",
        "parameters": "the two tables", "statistics": "means and quantiles", "text": "calendar and names",
    }
    rows = [(f"`tests/{folder}`", count, meaning.get(folder, "")) for folder, count in sorted(by_folder.items()) if count]
    rows.append(("all", sum(by_folder.values()), ""))
    invalid = len(files_under("tests/fixtures/invalid", ".toml"))
    return (table(["folder", "tests", "what they test"], rows) +
            f"\n\nThe tests also check that {invalid} scenario files, each with one mistake, are refused, and that all "
            f"{len(files_under('scenarios', '.toml'))} files in `scenarios/` can be read.")


def provenance():
    count = collections.Counter(row["provenance"] for row in listing("parameters"))
    grounded = len(listing("use-cases", "--grounds"))
    cells = len(listing("use-cases")) * len(listing("use-cases", "--columns"))
    return (f"{sum(count.values())} parameters: {count['grounded']} grounded in an outside figure, {count['literature']} with "
            f"a form or order of magnitude from literature, {count['assumed']} assumed. {cells} cells of the use-case "
            f"table, {grounded} of them grounded in the public register, the others assumed.")
