#!/usr/bin/env python3
"""Draws a sweep from its export: spread of the outcomes, outcomes against inputs, and how much each input matters.

  build/release/algemeente export STORE.sqlite --out DIR
  /usr/bin/python3 scripts/plot_sweep.py DIR [--outcome in_use --domain social --at 2029-12] [--inputs 8]

Writes DIR/spread.png (with series = true also DIR/bands.png), DIR/pairs.png and DIR/bars.png. Needs pandas and
matplotlib; on Debian: apt-get install python3-pandas python3-matplotlib (not part of scripts/setup: the model does
not need them).
"""
import argparse
import pathlib

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import pandas as pd

COLOURS = {"social": "#c0392b", "physical": "#2471a3", "national": "#555555"}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--outcome", help="default: the first one")
    parser.add_argument("--domain", help="default: all of the outcome")
    parser.add_argument("--at", help="a month, min or max; default: the last month")
    parser.add_argument("--inputs", type=int, default=8, help="at most so many in pairs.png and bars.png")
    return parser.parse_args()


def chosen(outcomes, options):
    """Rows of one outcome at one time, with a column `value`."""
    outcome = options.outcome or outcomes["outcome"].iloc[0]
    rows = outcomes[outcomes["outcome"] == outcome]
    if options.domain:
        rows = rows[rows["domain"] == options.domain]
    if rows.empty:
        raise SystemExit(f"plot_sweep: no outcome '{outcome}' in this export")
    months = sorted(at for at in rows["at"].unique() if at not in ("min", "max"))
    at = options.at or months[-1]
    return rows[rows["at"] == at], outcome, at


def varied_inputs(points):
    names = [name for name in points.columns if name not in ("point", "scenario")]
    return [name for name in names if points[name].nunique() > 1]


def rank_correlations(points, rows, inputs):
    """Spearman's correlation of the mean over replicates with each input, per domain, largest first.

    A sign and a rough size at a glance; `algemeente analyse` gives indices that suit the design, with intervals.
    """
    means = rows.groupby(["domain", "point"])["value"].mean().reset_index()
    table = {}
    for domain, of_domain in means.groupby("domain"):
        joined = of_domain.merge(points, on="point")
        table[domain] = joined[inputs].rank().corrwith(joined["value"].rank())
    table = pd.DataFrame(table).fillna(0)
    return table.loc[table.abs().max(axis=1).sort_values(ascending=False).index]


def draw_spread(rows, outcome, at, file):
    figure, axes = plt.subplots(figsize=(7, 4))
    for domain, of_domain in rows.groupby("domain"):
        axes.hist(of_domain["value"].dropna(), bins=40, alpha=0.6, label=domain, color=COLOURS.get(domain))
    axes.set_xlabel(f"{outcome}, {at}")
    axes.set_ylabel("runs")
    axes.legend()
    save(figure, file)


def draw_bands(series, outcome, file):
    figure, axes = plt.subplots(figsize=(8, 4.5))
    for column in [name for name in series.columns if name.rsplit(".", 1)[0] == outcome]:
        domain = column.rsplit(".", 1)[1]
        by_month = series.groupby("month")[column]
        months = pd.to_datetime(sorted(series["month"].unique()))
        for low, high, alpha in ((0.05, 0.95, 0.15), (0.25, 0.75, 0.3)):
            axes.fill_between(months, by_month.quantile(low), by_month.quantile(high), alpha=alpha,
                              color=COLOURS.get(domain), linewidth=0)
        axes.plot(months, by_month.median(), color=COLOURS.get(domain), label=domain)
    axes.set_ylabel(f"{outcome}: median, half and nine tenths of the runs")
    axes.legend()
    save(figure, file)


def draw_pairs(points, rows, inputs, outcome, file):
    columns = min(4, len(inputs))
    lines = -(-len(inputs) // columns)
    figure, all_axes = plt.subplots(lines, columns, figsize=(3.2 * columns, 2.8 * lines), squeeze=False, sharey=True)
    joined = rows.groupby(["domain", "point"])["value"].mean().reset_index().merge(points, on="point")
    for axes, name in zip(all_axes.flat, inputs):
        for domain, of_domain in joined.groupby("domain"):
            axes.plot(of_domain[name], of_domain["value"], ".", markersize=3, alpha=0.5, color=COLOURS.get(domain))
        axes.set_xlabel(name, fontsize=8)
    for axes in all_axes.flat[len(inputs):]:
        axes.set_visible(False)
    all_axes[0][0].set_ylabel(outcome)
    save(figure, file)


def draw_bars(correlations, outcome, at, file):
    shown = correlations.iloc[::-1]
    figure, axes = plt.subplots(figsize=(8, 1.5 + 0.35 * len(shown)))
    shown.plot.barh(ax=axes, color=[COLOURS.get(domain) for domain in shown.columns])
    axes.axvline(0, color="black", linewidth=0.8)
    axes.set_xlabel(f"rank correlation with {outcome}, {at}")
    save(figure, file)


def save(figure, file):
    figure.tight_layout()
    figure.savefig(file, dpi=130)
    plt.close(figure)
    print(file)


def main():
    options = arguments()
    points = pd.read_csv(options.folder / "experiments.csv")
    rows, outcome, at = chosen(pd.read_csv(options.folder / "outcomes.csv"), options)
    draw_spread(rows, outcome, at, options.folder / "spread.png")
    series = options.folder / "series.csv"
    if series.exists():
        draw_bands(pd.read_csv(series), outcome, options.folder / "bands.png")
    inputs = varied_inputs(points)
    if not inputs:
        return
    correlations = rank_correlations(points, rows, inputs).head(options.inputs)
    draw_pairs(points, rows, list(correlations.index), outcome, options.folder / "pairs.png")
    draw_bars(correlations, outcome, at, options.folder / "bars.png")


main()
