"""Tables of what scripts/keep_search has kept. Nothing is computed here."""
from program import table
from results import exists, made, percent, record_of, rows_of, short

RESULTS = "scenarios/search/results"


def kept(name):
    path = f"{RESULTS}/{name}"
    return rows_of(path) if exists(path) else []


def objectives(row):
    """Columns of means and of worst deciles, one for each measure that is an objective."""
    means = [column for column in row if column.endswith(".mean")]
    count = sum(1 for column in row if column.startswith("objective_") and column.endswith(".value"))
    return means[:count]


def lines_of(rows):
    return [[row["package"], row["in_words"], *(short(row[column]) for column in objectives(row)),
             percent(row["good_share"]), percent(row["regret"]) if row["regret"] else "",
             "exceeds a limit" if float(row["violation"]) > 0 else row["beaten_by"] or "no"] for row in rows]


def heads(row):
    return ["package", "in words", *(f"`{column.removesuffix('.mean')}`" for column in objectives(row)), "good enough",
            "regret", "beaten by"]


def front():
    rows = kept("front.csv")
    if not rows:
        return ""
    rounds = kept("rounds.csv")
    packages = [row for row in rows if row["kind"] == "package"]
    unbeaten = sum(float(row["unbeaten"]) for row in packages)
    volumes = [float(row["hypervolume"]) for row in rounds[-7:]]
    return (made(record_of(f"{RESULTS}/search.json")) + f" {rounds[-1]['looked_at']} packages were looked at in "
            f"{len(rounds) - 1} rounds; {len(packages)} are on the front, and {unbeaten:.0f} of them stay unbeaten by others of "
            "it when they are run again with fresh random numbers. In the last six rounds the hypervolume still grew by "
            f"{percent(1 - volumes[0] / volumes[-1])}. Numbers are means over these fresh runs; *good enough* and "
            "*regret* are as in `scenarios/search/README.md`. The twelve most robust, and the scenario itself:\n\n"
            + table(heads(rows[0]), lines_of(packages[:12] + [row for row in rows if row["kind"] == "scenario"])))


def recommendations():
    rows = [row for row in kept("front.csv") if row["kind"] == "other"]
    if not rows:
        return ""
    return table(heads(rows[0]), lines_of(rows))
