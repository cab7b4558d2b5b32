#!/usr/bin/env python3
"""Draws a sweep from its export: spread of the outcomes, outcomes against inputs, and how much each input matters.

  build/release/algemeente export STORE.sqlite --out DIR
  /usr/bin/python3 scripts/plot_sweep.py DIR [--outcome in_use --domain social --at 2029-12] [--inputs 8] [--lang nl]

Writes DIR/spread.png (with series = true also DIR/bands.png), DIR/pairs.png and DIR/bars.png. Needs pandas and
matplotlib; on Debian: apt-get install python3-pandas python3-matplotlib (not part of scripts/setup: the model does
not need them).
"""
import argparse
import pathlib
import textwrap

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import pandas as pd


class Labels:
    """Names, units and colours of DIR/labels.csv, which the program writes from its own tables."""

    def __init__(self, folder, language):
        file = folder / "labels.csv"
        if not file.exists():
            raise SystemExit(f"plot_sweep: {file} is missing; export the store again")
        self.rows = pd.read_csv(file, keep_default_na=False).set_index("id")
        self.language = language

    def name(self, id):
        return self.rows.at[id, self.language] if id in self.rows.index else id

    def with_unit(self, id):
        unit = self.rows.at[id, "unit"] if id in self.rows.index else ""
        return f"{self.name(id)} ({unit})" if unit else self.name(id)

    def colour(self, domain):
        return self.rows.at[domain, "colour"]


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--outcome", help="default: the first one")
    parser.add_argument("--domain", help="default: all of the outcome")
    parser.add_argument("--at", help="a month, min or max; default: the last month")
    parser.add_argument("--lang", choices=("nl", "en"), default="en", help="of names in the drawings; default: en")
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


def draw_spread(rows, outcome, at, labels, file):
    figure, axes = plt.subplots(figsize=(7, 4))
    for domain, of_domain in rows.groupby("domain"):
        axes.hist(of_domain["value"].dropna(), bins=40, alpha=0.6, label=labels.name(domain),
                  color=labels.colour(domain))
    axes.set_xlabel(f"{labels.with_unit(outcome)}, {at}")
    axes.set_ylabel("runs")
    axes.legend()
    save(figure, file)


def draw_bands(series, outcome, labels, file):
    figure, axes = plt.subplots(figsize=(8, 4.5))
    for column in [name for name in series.columns if name.rsplit(".", 1)[0] == outcome]:
        domain = column.rsplit(".", 1)[1]
        by_month = series.groupby("month")[column]
        months = pd.to_datetime(sorted(series["month"].unique()))
        for low, high, alpha in ((0.05, 0.95, 0.15), (0.25, 0.75, 0.3)):
            axes.fill_between(months, by_month.quantile(low), by_month.quantile(high), alpha=alpha,
                              color=labels.colour(domain), linewidth=0)
        axes.plot(months, by_month.median(), color=labels.colour(domain), label=labels.name(domain))
    axes.set_ylabel(f"{labels.with_unit(outcome)}: median, half and nine tenths of the runs")
    axes.legend()
    save(figure, file)


def draw_pairs(points, rows, inputs, outcome, labels, file):
    columns = min(4, len(inputs))
    lines = -(-len(inputs) // columns)
    figure, all_axes = plt.subplots(lines, columns, figsize=(3.2 * columns, 2.8 * lines), squeeze=False, sharey=True)
    joined = rows.groupby(["domain", "point"])["value"].mean().reset_index().merge(points, on="point")
    for axes, name in zip(all_axes.flat, inputs):
        for domain, of_domain in joined.groupby("domain"):
            axes.plot(of_domain[name], of_domain["value"], ".", markersize=3, alpha=0.5, color=labels.colour(domain))
        axes.set_xlabel(textwrap.fill(labels.with_unit(name), 34), fontsize=8)
    for axes in all_axes.flat[len(inputs):]:
        axes.set_visible(False)
    all_axes[0][0].set_ylabel(labels.name(outcome))
    save(figure, file)


def draw_bars(correlations, outcome, at, labels, file):
    colours = [labels.colour(domain) for domain in correlations.columns]
    shown = correlations.iloc[::-1].rename(index=labels.name, columns=labels.name)
    figure, axes = plt.subplots(figsize=(8, 1.5 + 0.35 * len(shown)))
    shown.plot.barh(ax=axes, color=colours)
    axes.axvline(0, color="black", linewidth=0.8)
    axes.set_xlabel(f"rank correlation with {labels.name(outcome)}, {at}")
    save(figure, file)


def save(figure, file):
    figure.tight_layout()
    figure.savefig(file, dpi=130)
    plt.close(figure)
    print(file)


def main():
    options = arguments()
    labels = Labels(options.folder, options.lang)
    points = pd.read_csv(options.folder / "experiments.csv")
    rows, outcome, at = chosen(pd.read_csv(options.folder / "outcomes.csv"), options)
    draw_spread(rows, outcome, at, labels, options.folder / "spread.png")
    series = options.folder / "series.csv"
    if series.exists():
        draw_bands(pd.read_csv(series), outcome, labels, options.folder / "bands.png")
    inputs = varied_inputs(points)
    if not inputs:
        return
    correlations = rank_correlations(points, rows, inputs).head(options.inputs)
    draw_pairs(points, rows, list(correlations.index), outcome, labels, options.folder / "pairs.png")
    draw_bars(correlations, outcome, at, labels, options.folder / "bars.png")


main()
