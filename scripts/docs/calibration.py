"""Tables of what scripts/keep_members has kept. Nothing is computed here but shares of rows."""
from program import table
from results import exists, made, percent, record_of, rows_of, short

RESULTS = "scenarios/calibration/results"


def kept(name):
    path = f"{RESULTS}/{name}"
    return rows_of(path) if exists(path) else []


def span(row, low, high):
    return f"{short(row[low])} to {short(row[high])}"


def targets():
    rows = kept("targets.csv")
    if not rows:
        return ""
    waves = "; ".join(f"wave {row['wave']}: {row['runs']} runs, {percent(row['passing_runs_share'])} miss no target"
                      for row in kept("waves.csv"))
    lines = [[row["id"], f"{row['meaning']} *{row['source']}*", row["use"], span(row, "known_low", "known_high"),
              span(row, "prior_p05", "prior_p95"), span(row, "members_p05", "members_p95"),
              short(row["emulator_predicted_share"])] for row in rows]
    return (made(record_of(f"{RESULTS}/calibration.json")) + f" {waves[0].upper()}{waves[1:]}. *Known*: two standard "
            "deviations of uncertainty and discrepancy on either side; one-sided targets are missed on one side only. Ranges "
            "are 90 % of single runs. *Predicted*: share of the variance that the emulator predicts of runs it has not "
            "seen.\n\n"
            + table(["target", "what", "use", "known", "plain draws", "members", "predicted"], lines))


def numbers():
    rows = kept("numbers.csv")
    if not rows:
        return ""
    found = [row for row in rows if float(row["false_find_rate"]) <= .1]
    lines = [[f"`{row['number']}`", span(row, "prior_low", "prior_high"), span(row, "members_p05", "members_p95"),
              short(row["mean_place"]), short(row["distance"]), short(row["false_find_rate"])] for row in rows[:10]]
    return (f"{len(found)} numbers lie demonstrably elsewhere among the members than among plain draws (Kolmogorov-Smirnov, "
            "at most one in ten found by chance alone). About the others this history says nothing by itself; the ten that "
            "moved most:\n\n"
            + table(["number", "range", "90 % of members", "mean place in the range", "distance", "false-find rate"], lines))


def twins():
    rows = kept("twins.csv")
    if not rows:
        return ""
    own = [row for row in rows if float(row["other_model"]) == 0]
    others = {row["twin"]: float(row["distance"]) for row in rows if float(row["other_model"]) == 1}
    distances = sorted({row["twin"]: float(row["distance"]) for row in own}.values())
    covered = sum(float(row["covered"]) for row in own) / len(own)
    width = sum((float(row["p95"]) - float(row["p05"])) / (float(row["prior_p95"]) - float(row["prior_p05"]))
                for row in own) / len(own)
    names = list(dict.fromkeys(row["statistic"] for row in own))
    lines = []
    for name in names:
        some = [row for row in own if row["statistic"] == name]
        lines.append([name, percent(sum(float(row["covered"]) for row in some) / len(some)),
                      short(sum((float(row["p95"]) - float(row["p05"])) / (float(row["prior_p95"]) - float(row["prior_p05"]))
                                for row in some) / len(some))])
    return (f"{len(distances)} twins: a run at a plain draw was taken for history, known exactly, and the calibration was given "
            "its tuned statistics and nothing else. Of its statements about statistics that it was not given "
            f"{percent(covered)} cover the twin's own value (90 % is meant), and their ranges are on average "
            f"{percent(width)} of those of plain draws. {len(others)} more twins came from a model in which citizens decide "
            f"nothing; the nearest runs lie at {', '.join(short(one) for one in sorted(others.values()))} from them, and at "
            f"{short(distances[0])} to {short(distances[-1])} from the others.\n\n"
            + table(["statistic", "covered", "width relative to plain draws"], lines))


def word_of(share):
    """The words of the model's certainty: a share of members with one sign."""
    certain = max(share, 1 - share)
    return "robust" if certain >= .95 else "likely" if certain >= .8 else "undetermined"


def claims():
    rows = kept("claims.csv")
    if not rows:
        return ""
    record = record_of(f"{RESULTS}/claims.json")
    lines = []
    for row in rows:
        higher = float(row["share_higher"])
        lines.append([row["scenario"], row["outcome"], row["domain"],
                      f"{short(row['p50'])} ({short(row['p05'])} to {short(row['p95'])})", percent(higher), word_of(higher)])
    return (f"Difference from the baseline at the end of 2029 in all 342 municipalities, each of {record['replicates']} runs "
            "with another member, the same in both scenarios: median and 90 %. *Robust*: the same sign in at least 95 % of "
            f"members; *likely*: 80 %. Version {record['version']}, commit `{record['commit']}`; "
            f"`{record['command_line']}`.\n\n"
            + table(["scenario", "outcome", "domain", "difference", "members in which it is higher", "sign"], lines))


def patterns():
    rows = kept("patterns.csv")
    if not rows:
        return ""
    lines = [[row["pattern"], row["sentence"], percent(row["kept"]),
              percent(row["contradicted"]) if row["contradicted"] else ""] for row in rows]
    return (made(record_of(f"{RESULTS}/patterns.json")) + " *Kept*: every estimate meets its criterion; *contradicted*: the "
            "whole interval of an estimate misses it, so that chance is no excuse.\n\n"
            + table(["pattern", "sentence", "kept by", "contradicted by"], lines))
