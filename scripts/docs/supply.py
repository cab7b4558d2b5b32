"""Tables of the model with suppliers beside the facts about supply, from the files that scripts/supply_facts wrote."""
from program import table
from results import RESULTS, exists, made, record_of, rows_of

FACTS = f"{RESULTS}/supply_facts.csv"
YEARS = f"{RESULTS}/supply_years.csv"
ORIGINS = ["own", "bought", "national", "mandated", "all", "registered"]


def short(value):
    """Three figures, and whole numbers whole."""
    number = float(value)
    return f"{number:.0f}" if abs(number) >= 100 else f"{number:.3g}"


def estimate(row):
    """"204 (190 to 219)": the mean over replicates, and 5 and 95 % of them."""
    if row["mean"] == "":
        return "none"
    return f"{short(row['mean'])} ({short(row['p05'])} to {short(row['p95'])})"


def verdict(row):
    if row["figure"] == "" or row["mean"] == "":
        return ""
    figure, mean = float(row["figure"]), float(row["mean"])
    if row["note"].startswith("at most") and mean <= figure or row["note"].startswith("at least") and mean >= figure:
        return "within the bound"
    if float(row["p05"]) <= figure <= float(row["p95"]):
        return "inside"
    return f"{100 * (mean / figure - 1):+.0f} %"


def facts():
    if not exists(FACTS):
        return ""
    rows = rows_of(FACTS)
    lines = []
    for i, row in enumerate(rows):
        first = i == 0 or rows[i - 1]["fact"] != row["fact"]
        figure = short(row["figure"]) if row["figure"] != "" else "not counted"
        lines.append([f"**{row['fact']}**" if first else "", row["what"], figure, estimate(row), verdict(row), row["use"],
                      row["note"]])
    compared = [row for row in rows if verdict(row)]
    inside = sum(verdict(row) == "inside" for row in compared)
    bounded = sum(verdict(row) == "within the bound" for row in compared)
    record = record_of(f"{RESULTS}/supply_facts.json")
    return "\n\n".join([
        f"{record['municipality_count']} municipalities, {record['replicates']} replicates. " + made(record),
        f"Of {len(compared)} figures {inside} lie inside the 5 to 95 % of the model's replicates, and {bounded} are bounds that "
        "its mean keeps; of the others *model against world* tells how far the mean is off.",
        table(["fact", "what", "in the world", "in the model (5 to 95 %)", "model against world", "used to", "note"], lines)])


def years():
    if not exists(YEARS):
        return ""
    found = {(row["date"], row["domain"], row["origin"]): row for row in rows_of(YEARS)}
    dates = sorted({date for date, _, _ in found})
    lines = [[date if domain == "social" else "", domain, *(estimate(found[date, domain, origin]) for origin in ORIGINS)]
             for date in dates for domain in ("social", "physical")]
    return table(["at the end of", "domain", "own", "bought", "national service", "ordered by law", "all", "registered"], lines)


def kinds():
    """Facts of which nothing can be compared, and why."""
    return table(["fact", "why it is not compared"], [
        ["S15", "Estimates are about algorithms of all kinds, and between ten and several hundred; the model has eleven kinds of "
                "use. The table above says how many the model has, without a figure beside it."],
        ["S18", "The model gives internal operations no records: it counts an expected number of them, and the register of "
                "the model has the two domains only."],
        ["S19", "The model has a wave of generative AI as a load and as talk, not as uses that could be counted."],
        ["S07", "The world counts installations of connected traffic lights, the model municipalities, of which none has any so "
                "soon after the launch: there is no growth to compare. Which sizes were faster is not kept by municipality."],
        ["S12, December 2022", "The 109 records are of 12 organisations, not only municipalities."]])
