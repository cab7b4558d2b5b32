#!/usr/bin/env python3
"""Loads an export as the EMA workbench does, with pandas, and holds it against the CSV export of the same store.

  tests/cli/load_as_ema.py ARCHIVE.tar.gz CSV_FOLDER REPLICATES

Follows load_results of quaquel/EMAworkbench (ema_workbench/util/utilities.py, since it has metadata.json) step by step: that
names outcomes as (class, name, file) and columns as name: dtype; object columns become categories; a ScalarOutcome is
one number a row, an ArrayOutcome a table (em_framework/outcomes.py, from_disk).
"""
import json
import sys
import tarfile

import numpy as np
import pandas as pd

# classes of em_framework/outcomes.py that read what we write
KNOWN = {"ScalarOutcome", "ArrayOutcome"}


def load(file):
    with tarfile.open(file, "r:gz", encoding="UTF8") as archive:
        metadata = json.loads(archive.extractfile("metadata.json").read().decode())
        experiments = pd.read_csv(archive.extractfile("experiments.csv"))
        for name, dtype in metadata["experiments"].items():
            if np.dtype(dtype) == object:
                experiments[name] = experiments[name].astype("category")
        outcomes = {}
        for kind, name, member in metadata["outcomes"]:
            assert kind in KNOWN, f"{kind} is no class of outcome"
            values = pd.read_csv(archive.extractfile(member), index_col=False, header=None).values
            outcomes[name] = np.reshape(values, (values.shape[0],)) if kind == "ScalarOutcome" else values
        names = archive.getnames()
    return experiments, outcomes, metadata, names


def main():
    archive, folder, replicates = sys.argv[1], sys.argv[2], int(sys.argv[3])
    experiments, outcomes, metadata, names = load(archive)

    # the workbench makes its own parameters from the columns, and outcomes from the names: both must be identifiers
    for name in [*metadata["experiments"], *outcomes]:
        assert name.isidentifier(), f"{name} is no identifier"
    assert list(metadata["experiments"]) == list(experiments.columns), "metadata and table have other columns"
    assert set(experiments.columns) >= {"scenario", "policy", "model"}
    assert experiments["policy"].dtype.name == experiments["model"].dtype.name == "category"
    for column in experiments.columns.drop(["policy", "model"]):
        assert np.issubdtype(experiments[column].dtype, np.number), f"{column} is not numbers"
        assert experiments[column].notna().all(), f"{column} misses a number"
    assert len(set(names)) == len(names), "a file comes twice"

    shape = (len(experiments),) if replicates == 1 else (len(experiments), replicates)
    long = pd.read_csv(f"{folder}/outcomes.csv")
    long["name"] = (long["outcome"] + "." + long["domain"] + "." + long["at"]).str.replace("[.-]", "_", regex=True)
    assert set(long["name"]) == set(outcomes), "other outcomes than in outcomes.csv"
    points = pd.read_csv(f"{folder}/experiments.csv").set_index("point").loc[experiments["scenario"]]
    for column in experiments.columns.drop(["scenario", "policy", "model"]):
        original = next(name for name in points.columns if name.replace(".", "_").replace("-", "_") == column)
        assert (points[original].to_numpy() == experiments[column].to_numpy()).all(), f"{column} is another number"
    for name, values in outcomes.items():
        assert values.shape == shape, f"{name} is {values.shape}, not {shape}"
        table = long[long["name"] == name].pivot(index="point", columns="replicate", values="value")
        expected = table.loc[experiments["scenario"]].to_numpy().reshape(shape)
        np.testing.assert_array_equal(values, expected, name)
    # what its analyses do first: leave out the three columns that are not inputs
    assert experiments.drop(columns=["scenario", "policy", "model"]).to_numpy().dtype.kind == "f"
    print(f"{len(experiments)} experiments, {len(outcomes)} outcomes of shape {shape}")


main()
