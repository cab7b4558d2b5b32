"""Tables of kept results, from the files that scripts/patterns_protocol, try_patterns and sweep_endurance wrote.

Nothing is computed here: the program wrote the files under sim/evidence/results/ and scenarios/experiments/, and a record
beside each gives the command, version and date. Where a file does not exist yet, its part of a page is empty.
"""
import csv
import json

from program import ROOT, name_of, names, table, text_of

RESULTS = "sim/evidence/results"
SUPPLY = f"{RESULTS}/patterns_supply.csv"
EXPERIMENTS = "scenarios/experiments"
ORDER = ["ict", "capacity", "data_availability", "data_readiness", "law", "legitimacy_citizens",
         "legitimacy_government", "involvement", "willingness", "ethics"]
STAGES = ["idea", "development", "pilot", "implementation"]


def exists(path):
    return (ROOT / path).exists()


def rows_of(path):
    return list(csv.DictReader(text_of(path).splitlines()))


def record_of(path):
    return json.loads(text_of(path))


def short(number):
    return f"{float(number):.3g}" if number != "" else ""


def percent(number):
    rounded = round(100 * float(number))
    return f"{0 if rounded == 0 else rounded} %"  # no minus zero


def made(record):
    """Version, commit, date and command of a result, in a sentence."""
    return (f"Version {record['version']}, commit `{record['commit']}`, {record['date']}; "
            f"`{record['command']}`.")


def interval(row, low="low", high="high", value="estimate"):
    return f"{short(row[value])} ({short(row[low])} to {short(row[high])})"


def patterns():
    """Results of the pattern tests at both protocols; empty if there are none yet."""
    protocols = [name for name in ("patterns_100", "patterns_342") if exists(f"{RESULTS}/{name}.csv")]
    if not protocols:
        return ""
    records = [record_of(f"{RESULTS}/{name}.json") for name in protocols]
    apart = {row["pattern"] for row in rows_of(SUPPLY)} if exists(SUPPLY) else set()  # in a table of their own
    # a pattern that has been withdrawn is not shown, though a kept file has it
    judged = [[row for row in rows_of(f"{RESULTS}/{name}.csv")
               if row["pattern"] not in apart and f"pattern.{row['pattern']}" in names()] for name in protocols]
    parts = ["\n".join(
        f"- {record['municipality_count']} municipalities, {record['replicates']} replicates (a multiple for rare events). "
        + made(record) for record in records)]
    misses = []
    for record, rows in zip(records, judged):
        verdicts = {}
        for row in rows:
            verdicts[row["pattern"]] = row["pattern_verdict"]
        held = [name for name, verdict in verdicts.items() if verdict == "holds"]
        others = [f"{name} ({verdict})" for name, verdict in verdicts.items() if verdict != "holds"]
        misses.append(f"With {record['municipality_count']} municipalities {len(held)} of {len(verdicts)} patterns hold"
                      + (f"; not: {', '.join(others)}." if others else "."))
    parts.append(" ".join(misses) + " *Holds*: the whole 95 % interval (bootstrap over replicates) meets the criterion; "
                 "*open*: the estimate does, the interval does not; *fails*: the estimate does not. Classes: E must "
                 "emerge, M checks a mechanism, V is compared with outside figures.")
    lines = []
    for i, row in enumerate(judged[0]):
        first = i == 0 or judged[0][i - 1]["pattern"] != row["pattern"]
        cells = [f"**{row['pattern']}** {row['class']}" if first else "",
                 (f"*{row['sentence']}* " if first else "") + row["statistic"], row["criterion"]]
        for rows in judged:
            other = rows[i]
            word = other["verdict"] if other["verdict"] == "holds" else f"**{other['verdict']}**"
            cells.append(f"{interval(other)} {word}")
        lines.append(cells)
    parts.append(table(["pattern", "statistic", "criterion",
                        *(f"{record['municipality_count']} municipalities" for record in records)], lines))
    notes = {row["pattern"]: row["note"] for row in judged[0] if row["note"]}
    parts.append("Notes: " + " ".join(f"*{name}*: {note}" for name, note in notes.items()))
    return "\n\n".join(parts)


def patterns_of_supply():
    """Results of the patterns that run with suppliers; empty if there are none yet."""
    if not exists(SUPPLY):
        return ""
    rows = rows_of(SUPPLY)
    lines = []
    for i, row in enumerate(rows):
        first = i == 0 or rows[i - 1]["pattern"] != row["pattern"]
        word = row["verdict"] if row["verdict"] == "holds" else f"**{row['verdict']}**"
        lines.append([f"**{row['pattern']}** {row['class']}" if first else "",
                      (f"*{row['sentence']}* " if first else "") + row["statistic"], row["criterion"],
                      f"{interval(row)} {word}"])
    record = record_of(f"{RESULTS}/patterns_supply.json")
    notes = {row["pattern"]: row["note"] for row in rows if row["note"]}
    return "\n\n".join([
        f"{record['municipality_count']} municipalities, {record['replicates']} replicates. " + made(record),
        table(["pattern", "statistic", "criterion", "estimate (95 %) and verdict"], lines),
        "Notes: " + " ".join(f"*{name}*: {note}" for name, note in notes.items())])


def tried():
    """What each mechanism does to a statistic that misses its criterion."""
    if not exists(f"{RESULTS}/tried.csv"):
        return ""
    rows = rows_of(f"{RESULTS}/tried.csv")
    # only statistics that miss somewhere at the standard values
    missing = {(row["pattern"], row["statistic"]) for row in rows
               if row["tried"] == "standard values" and row["verdict"] != "holds"}
    lines = [(row["pattern"], row["tried"], row["statistic"], interval(row), row["criterion"], row["verdict"],
              row["replicates"]) for row in rows if (row["pattern"], row["statistic"]) in missing]
    return (made(record_of(f"{RESULTS}/tried.json")) + " No parameter or criterion was changed because of these trials.\n\n" +
            table(["pattern", "tried", "statistic", "estimate (95 %)", "criterion", "verdict", "replicates"], lines))


def survivors():
    """Which share of the draws of all assumptions keeps the patterns, and what surviving draws have in common."""
    if not exists(f"{RESULTS}/draws-kept.csv"):
        return ""
    record = record_of(f"{RESULTS}/draws.json")
    rows = rows_of(f"{RESULTS}/draws-kept.csv")
    words = {"all": "every pattern", "survives": "survives"}
    lines = []
    for row in rows:
        name = words.get(row["pattern"], f"{row['pattern']} {row['class']}" + (", must" if row["must"] == "1" else ""))
        against = (f"{percent(row['contradicted'])}" if row["contradicted"] else "")
        lines.append((name, row["sentence"], f"{percent(row['kept'])} ({percent(row['kept_low'])} to "
                      f"{percent(row['kept_high'])})", against))
    missing = ""
    if exists(f"{RESULTS}/draws_first-kept.csv"):  # a few draws of what is too dear for many
        judged = {row["pattern"] for row in rows}
        first = record_of(f"{RESULTS}/draws_first.json")
        others = [f"{row['pattern']} is kept by {percent(row['kept'])} ({percent(row['kept_low'])} to "
                  f"{percent(row['kept_high'])})" for row in rows_of(f"{RESULTS}/draws_first-kept.csv")
                  if row["pattern"] not in judged]
        missing = (f"\n\nNot in the table, because their scenarios cost more than all others together. In {first['priors']} "
                   f"separate draws {'; '.join(others)}. {made(first)}")
    constraints = rows_of(f"{RESULTS}/draws-constraints.csv")
    found = [row for row in constraints if float(row["false_finds"]) <= .1]
    by_survivors = [row for row in found if row["draws_that"] == "survive"]
    place = lambda row: f"`{row['assumption']}` (distance {short(row['distance'])}, at {short(row['mean_place'])} of its range)"
    text = ("Survivors constrain: " + ", ".join(place(row) for row in by_survivors) + "." if by_survivors else
            "No assumption differs between surviving and other draws by more than chance would give among so many."
            if any(row["draws_that"] == "survive" for row in constraints) else
            "Fewer than five draws survive (or fail), too few to say what survivors constrain. The table below shows "
            "what each pattern constrains.")
    per_pattern = []
    for name in dict.fromkeys(row["draws_that"] for row in found if row["draws_that"] != "survive"):
        own = [row for row in found if row["draws_that"] == name][:4]
        per_pattern.append((name.replace("keep ", ""), ", ".join(place(row) for row in own)))
    return (f"{record['priors']} draws of all assumptions at once, {record['municipality_count']} municipalities, "
            f"{record['replicates']} replicates each. {made(record)} With charts: "
            f"[`evidence/results/draws.html`](evidence/results/draws.html).\n\n" +
            table(["", "", "kept by (95 % interval over draws)", "against"], lines) +
            "\n\n*Kept*: every estimate meets its criterion. *Against*: the whole interval over replicates misses one. For "
            "all other draws there are too few replicates to decide. *Survives*: every must, and four of five of the "
            "others (specification E4); *against* in that row: more is contradicted than the random differences between "
            "replicates can explain." + missing + "\n\n" + text +
            " Distances are Kolmogorov-Smirnov, between those draws and the others; one in ten of the named assumptions is "
            "expected to be there by chance (Benjamini and Hochberg)." +
            ("\n\n" + table(["pattern", "assumptions that distinguish the draws that keep it"], per_pattern) if per_pattern else ""))


def gap():
    """Which attributes of use cases explain the gap."""
    if not exists(f"{RESULTS}/gap.csv"):
        return ""
    rows = rows_of(f"{RESULTS}/gap.csv")
    record = record_of(f"{RESULTS}/explain_gap.json")
    cells = {}
    for row in rows:
        words = f"{percent(row['share'])} ({percent(row['low'])} to {percent(row['high'])})"
        if row["group"] and row["priors_p05"]:
            words += f"; priors {percent(row['priors_p05'])} to {percent(row['priors_p95'])}"
        cells.setdefault(row["group"], {})[row["of"], row["how"]] = words
    whole = {row["of"]: row for row in rows if row["group"] == ""}
    columns = [("use", "alone"), ("use", "shapley"), ("value", "alone"), ("value", "shapley")]
    lines = [(name_of("group", group), *(found.get(column, "") for column in columns)) for group, found in cells.items() if group]
    gaps = "; ".join(f"{of} {interval(row, value='share')}" for of, row in whole.items())
    return (f"ln(physical / social) in June 2027: {gaps}. {record['municipality_count']} municipalities, "
            f"{record['replicates']} replicates" +
            (f", {record['priors']} draws of the use-case table" if record["priors"] else "") + f". {made(record)}\n\n" +
            table(["equalised", "of use, alone", "of use, Shapley", "of value, alone", "of value, Shapley"], lines))


def influence():
    """Which factor binds in which stage, how stages are passed, and what halving a factor does there."""
    if not exists(f"{RESULTS}/stages.csv"):
        return ""
    worth_telling = .1
    by_place = {}
    periods = []
    for row in rows_of(f"{RESULTS}/stages.csv"):
        period = f"{row['first_year']}-{row['last_year']}"
        if period not in periods:
            periods.append(period)
        by_place.setdefault((row["stage"], row["domain"], period), []).append(row)
    lines = []
    for stage in STAGES[1:]:
        for domain in ("social", "physical"):
            cells = []
            for period in periods:
                rows = sorted(by_place.get((stage, domain, period), []), key=lambda row: -float(row["share"]))
                cells.append(", ".join(f"{name_of('', row['factor'])} {percent(row['share'])}" for row in rows
                                       if float(row["share"]) >= worth_telling))
            lines.append((name_of("stage", stage), domain, *cells))
    record = record_of(f"{RESULTS}/explain_gap.json")
    text = (f"{record['municipality_count']} municipalities, {record['replicates']} replicates. {made(record)}\n\n"
            "Lowest factor of the stage, as a share of project-months (a tenth or more; law is a gate of its "
            "own, so it is never the lowest):\n\n" +
            table(["stage", "domain", *periods], lines))
    passages = {(row["stage"], row["domain"]): row for row in rows_of(f"{RESULTS}/passages.csv")}
    text += ("\n\nProjects that pass each stage, of those that entered it at least three years before the end:\n\n" +
             table(["stage", "social: share that passes", "months", "physical: share that passes", "months"],
                   [(name_of("stage", stage), *(cell for domain in ("social", "physical") for cell in (
                       percent(passages[stage, domain]["share_that_passes"]), short(passages[stage, domain]["months"]))))
                    for stage in STAGES]))
    changes = {(row["factor"], row["domain"], row["of"], row["stage"]): row
               for row in rows_of(f"{RESULTS}/knock_down.csv")}

    def cell(factor, domain, of, stage=""):
        row = changes[factor, domain, of, stage]
        sure = float(row["low"]) > 0 or float(row["high"]) < 0
        return percent(row["change"]) if sure else f"({percent(row['change'])})"

    lines = [(name_of("", factor), domain, cell(factor, domain, "value"),
              *(cell(factor, domain, "share that passes", stage) for stage in STAGES),
              *(cell(factor, domain, "months in the stage", stage) for stage in STAGES[1:]))
             for factor in ORDER for domain in ("social", "physical")]
    text += ("\n\nEffect of halving a factor: change of value in June 2027, of the share of projects that pass each "
             "stage, and of the months of those that pass. In brackets: the 95 % interval includes 0. A factor is halved "
             "in all stages at once, so other projects than before reach the later stages.\n\n" +
             table(["halved", "domain", "value", *(f"passes: {name_of('stage', stage)}" for stage in STAGES),
                    *(f"months: {name_of('stage', stage)}" for stage in STAGES[1:])], lines))
    return text


def effect(row):
    """A change with its standard error: "+12.3 ± 1.1 %", or in points."""
    if row["change"] == "":
        return ""
    change, error = float(row["change"]), float(row["standard_error"])
    if row["unit"] == "relative":
        return f"{100 * change:+.1f} ± {100 * error:.1f} %"
    return f"{change:+.3f} ± {error:.3f}"


def effect_row(row):
    on = name_of("", row["outcome"]) + ("" if row["domain"] == "nation" else f", {row['domain']}") if row["outcome"] else ""
    setting = row["setting"].replace("_sd_", " standard deviation ") + (f" ({short(row['value'])})" if row["value"] else "")
    chance = " (perhaps chance)" if row["verdict"] == "moves" and float(row["chance"]) > .05 else ""
    return (f"`{row['name']}`", setting, effect(row), on, row["verdict"] + chance)


def liveness():
    """What moves nothing, and why; what moves least and most."""
    if not exists(f"{RESULTS}/liveness_summary.csv"):
        return ""
    weakest = 15
    rows = rows_of(f"{RESULTS}/liveness_summary.csv")  # what is inert comes first, then the weakest
    record = record_of(f"{RESULTS}/liveness.json")
    inert = [row for row in rows if row["verdict"] == "inert"]
    moving = [row for row in rows if row["verdict"] == "moves"]
    of_kind = {kind: [row for row in moving if row["kind"] == kind] for kind in ("factor", "agents", "parameter")}
    columns = ["", "setting", "largest effect", "on", "verdict"]
    text = (f"{record['municipality_count']} municipalities, {record['replicates']} replicates. {made(record)}\n\n"
            f"{len(moving)} of {len(rows)} move something; {len(inert)} are inert"
            + (f", {len([row for row in inert if not row['reason']])} of them without a reason" if inert else "") + ". "
            "Numbers after ± are standard errors over replicates; levels change in points.")
    if inert:
        text += "\n\nInert:\n\n" + table(
            ["", "largest effect", "on", "reason"],
            [(f"`{row['name']}`", effect(row), effect_row(row)[3], row["reason"] or "**none**") for row in inert])
    text += "\n\nFactors and agents, by their largest effect:\n\n" + table(
        columns, [effect_row(row) for row in of_kind["factor"] + of_kind["agents"]])
    text += (f"\n\nThe {weakest} parameters that move something, but least:\n\n" +
             table(columns, [effect_row(row) for row in of_kind["parameter"][:weakest]]))
    return text


def endurance():
    """The long sweep that was killed and resumed twenty times."""
    path = f"{EXPERIMENTS}/endurance.json"
    if not exists(path):
        return ""
    figures = record_of(path)
    memory = figures["memory_megabytes"]
    rows = [("runs", f"{figures['runs']:,}"),
            ("time, uninterrupted", f"{figures['seconds']:,.0f} s on {figures['cores']} cores (load average "
             f"{figures['load_average_at_end']} at the end)"),
            ("rate", f"{figures['runs_per_second']:.0f} runs per second; {figures['runs_per_cpu_second']:.0f} per second of "
             "processor time"),
            ("store", f"{figures['store_megabytes']:.1f} MB, "
             f"{figures['store_megabytes'] * 1e6 / figures['runs']:.0f} bytes per run"),
            ("peak resident memory", f"{memory['peak']:.1f} MB; in the killed sweep "
             f"{figures['memory_megabytes_killed_peak']:.1f} MB"),
            ("growth of memory", f"after the first tenth of the sweep, second half against first half: "
             f"{100 * memory['growth_after_first_tenth_share']:.1f} %; slope "
             f"{memory['growth_kilobytes_per_1000_runs']:.0f} kB per 1,000 runs"),
            ("kills", f"{figures['kills']} at random moments; the sweep then took {figures['seconds_killed']:,.0f} s in all"),
            ("rows compared with the uninterrupted sweep", f"{figures['rows_compared']:,}; "
             f"{figures['rows_that_differ']} differ")]
    return (f"`{figures['experiment']}`, {figures['version']}, {figures['date']}; `{figures['command']}`.\n\n" +
            table(["", ""], rows) + "\n\nResident memory (MB), mean over each tenth of the time:\n\n" +
            table(["sweep", *(str(tenth) for tenth in range(1, 11))],
                  [(name, *("" if one is None else f"{one:.1f}" for one in memory["mean_by_tenth_of_time"][name]))
                   for name in ("uninterrupted", "killed")]))


def screening():
    """The ten largest effects per domain of the kept screening and Sobol' run."""
    return "\n\n".join(part() for name, part in (("morris", morris_part), ("sobol", sobol_part),
                                                 ("workshop", workshop_part))
                       if exists(f"{EXPERIMENTS}/results/{name}.csv"))


COLUMNS = [("in_use.social", "in use, social"), ("in_use.physical", "in use, physical"),
           ("value.social", "value, social"), ("value.physical", "value, physical")]


def sweep_sentence(name):
    """Runs, rate and size of a kept sweep."""
    figures = record_of(f"{EXPERIMENTS}/results/{name}.json")
    rate = figures["runs_per_cpu_second"]
    return (f"`{figures['experiment']}`: {figures['runs']:,} runs" +
            (f", {rate:.0f} per second of processor time" if rate else "") +
            f", store {figures['store_megabytes']:.1f} MB. {figures['version']}, {figures['date']}; "
            f"`{figures['command']}`.")


def morris_part():
    best = 10
    rows = rows_of(f"{EXPERIMENTS}/results/morris.csv")
    columns = []
    for outcome, _ in COLUMNS:
        own = sorted((row for row in rows if row["outcome"].startswith(outcome + ".2")),
                     key=lambda row: -float(row["mu_star"]))[:best]
        largest = float(own[0]["mu_star"])
        columns.append([f"`{row['input']}` {float(row['mu_star']) / largest:.2f} "
                        f"({float(row['low']) / largest:.2f} to {float(row['high']) / largest:.2f})" for row in own])
    return ("**Screening.** " + sweep_sentence("morris") + " The ten largest mean absolute effects (mu\\*) per domain, as a "
            "share of the largest, with 95 % intervals over trajectories:\n\n" +
            table(["", *(words for _, words in COLUMNS)],
                  [(place + 1, *(column[place] for column in columns)) for place in range(best)]))


def sobol_part():
    best = 10
    rows = rows_of(f"{EXPERIMENTS}/results/sobol.csv")
    columns, sums = [], []
    for outcome, words in COLUMNS:
        own = [row for row in rows if row["outcome"].startswith(outcome + ".2")]
        total = sorted((row for row in own if row["index"] == "total"), key=lambda row: -float(row["value"]))[:best]
        first = {row["input"]: float(row["value"]) for row in own if row["index"] == "first-order"}
        sums.append(f"{words} {sum(first.values()):.2f}")
        columns.append([f"`{row['input']}` {float(row['value']):.2f} ({float(row['low']):.2f} to "
                        f"{float(row['high']):.2f}), alone {first[row['input']]:.2f}" for row in total])
    return ("**Sobol' run.** " + sweep_sentence("sobol") + " Total share of the variance with its 95 % interval, and the "
            "share alone (first order), of the ten largest of twelve:\n\n" +
            table(["", *(words for _, words in COLUMNS)],
                  [(place + 1, *(column[place] for column in columns)) for place in range(best)]) +
            "\n\nSingle effects together: " + "; ".join(sums) + ". The rest up to 1 is interaction between inputs and "
            "sampling error.")


def workshop_part():
    cells, scenarios = {}, []
    for row in rows_of(f"{EXPERIMENTS}/results/workshop.csv"):
        outcome = row["outcome"].removesuffix(".2029-12").replace("incidents_so_far.social", "social incidents")
        if (outcome, row["scenario"]) not in scenarios:
            scenarios.append((outcome, row["scenario"]))
        sure = float(row["low"]) > 0 or float(row["high"]) < 0
        words = f"{float(row['coefficient']):+.2f} ({float(row['low']):+.2f} to {float(row['high']):+.2f})"
        cells.setdefault(row["input"], {})[outcome, row["scenario"]] = words if sure else f"[{words}]"
    return ("**Workshop sweep.** " + sweep_sentence("workshop") + " Effect of each decision of the group, over all "
            "uncertainties: standardised regression coefficients with 95 % intervals (in square brackets: the interval "
            "includes 0). Higher is better for value and worse for incidents.\n\n" +
            table(["decision", *(f"{outcome}; {scenario}" for outcome, scenario in sorted(scenarios))],
                  [(f"`{name}`", *(found.get(key, "") for key in sorted(scenarios))) for name, found in cells.items()]))
