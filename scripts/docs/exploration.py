"""What scripts/keep_exploration has kept. Nothing is computed here but shares of counts."""
from program import name_of, table
from results import exists, made, percent, record_of, rows_of, short

RESULTS = "sim/evidence/results"


def kept(name):
    return rows_of(f"{RESULTS}/exploration_{name}.csv")


def span(row, low, high):
    return f"{short(row[low])} to {short(row[high])}"


def word(result):
    return name_of("statistic", result)


def share(part, whole):
    return percent(int(part) / int(whole)) if int(whole) else ""


def reached():
    axes, growth = kept("axes"), kept("growth")
    cells = 1
    for row in axes:
        cells *= int(row["cells"])
    last, first = growth[-1], growth[0]
    before = [row for row in growth if int(row["runs"]) <= .8 * int(last["runs"])]
    added = int(last["cells"]) - int(before[-1]["cells"]) if before else 0
    lines = [[word(row["result"]), row["meaning"], span(row, "plain_p05", "plain_p95"),
              span(row, "plain_lowest", "plain_highest"), span(row, "lowest", "highest")] for row in axes]
    pairs = [[f"{word(row['one'])}; {word(row['other'])}", row["combinations"], row["reached_by_plain_draws"], row["reached"]]
             for row in kept("pairs")]
    return (f"{int(last['runs']):,} runs, of which the first {int(first['runs']):,} are plain draws. {last['cells']} of "
            f"{cells:,} cells were reached ({share(last['cells'], cells)}), {first['cells']} of them by the plain draws; the "
            f"last fifth of the runs added {added}.\n\n"
            + table(["result", "what", "90 % of plain draws", "all plain draws", "all runs"], lines) + "\n\n"
            + table(["pair of results", "combinations of cells", "reached by plain draws", "reached"], pairs))


def answered():
    answer = kept("answer")[0]
    asked = f"{word(answer['result'])} {answer['side']} {short(answer['limit'])}"
    if int(answer["yes"]) == 0:
        return f"**{asked}**: in none of {answer['runs']} runs; the nearest is {short(answer['farthest'])}."
    text = (f"**{asked}**: in {answer['yes']} of {answer['runs']} runs, and in {answer['plain_yes']} of "
            f"{answer['plain_draws']} plain draws ({share(answer['plain_yes'], answer['plain_draws'])}); the most extreme is "
            f"{short(answer['farthest'])}. Of the {answer['repeated']} farthest points {answer['stayed']} show it again by "
            "their mean over runs with other random numbers.")
    rows = [row for row in kept("telling") if row["low"]]
    if not rows:
        return text + " No range of a few inputs tells these runs from the others."
    lines = [[f"`{row['input']}`", span(row, "low", "high"), span(row, "prior_low", "prior_high"), short(row["quasi_p"])]
             for row in rows]
    first = ", ".join(f"`{row['input']}` ({short(row['score'])})" for row in kept("telling")[:5])
    return (text + f" New plain draws with all inputs of the table in their range show it in {answer['confirm_yes']} of "
            f"{answer['confirm_runs']} runs ({share(answer['confirm_yes'], answer['confirm_runs'])}); that range holds "
            f"{share(answer['range_yes'], answer['yes'])} of all runs that show it.\n\n"
            + table(["input", "range in which it happens", "range of the assumption", "quasi-p"], lines)
            + f"\n\nTrees split most on {first}; they predict {percent(answer['tree_r2'])} of the variance of unseen runs.")


def exploration():
    if not exists(f"{RESULTS}/exploration.json"):
        return ""
    return made(record_of(f"{RESULTS}/exploration.json")) + " " + reached() + "\n\n" + answered()
