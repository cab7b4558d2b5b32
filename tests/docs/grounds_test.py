#!/usr/bin/env python3
"""scripts/ground_use_cases can fail: a cell that the register contradicts is found, and noise is no contradiction.

Run by ctest. Ends with 77 (skipped) where build/release/algemeente is not there, which lists the table.
"""
import importlib.machinery
import importlib.util
import pathlib
import sys

sys.dont_write_bytecode = True
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
loader = importlib.machinery.SourceFileLoader("ground_use_cases", str(ROOT / "scripts" / "ground_use_cases"))
script = importlib.util.module_from_spec(importlib.util.spec_from_loader(loader.name, loader))
loader.exec_module(script)

import program  # noqa: E402

if not program.PROGRAM.exists():
    sys.exit(77)

failures = []


def grounds_with(use_case, column, value):
    """What the script finds when one cell of the table is another."""
    def listing(*command):
        rows = program.listing(*command)
        return [{**row, column: value} if row.get("name") == use_case else row for row in rows] \
            if command == ("use-cases",) else rows

    script.listing = listing
    try:
        return script.grounds()
    finally:
        script.listing = program.listing


def expect(holds, what):
    if not holds:
        failures.append(what)


rows, contradicted = script.grounds()
expect(not contradicted, f"the table as it is: {contradicted}")
expect(any("GROUND(traffic_prediction, sources, 11, 5," in row for row in rows), "eleven records of traffic ground it")
for use_case, column, value in (("signal_cross_match", "sources", 4), ("scan_car_enforcement", "impact", .3),
                                ("asset_and_waste_sensing", "level_max", 2)):
    found = grounds_with(use_case, column, value)[1]
    expect(any(problem.startswith(f"{use_case}.{column}") for problem in found), f"{use_case}.{column} = {value}: {found}")
# five records are noisy, two are too few, and records that were hard to tell apart say nothing
for use_case, column, value in (("care_demand_forecast", "sources", 4.5), ("welfare_risk_scoring", "sources", 12),
                                ("area_model", "personal_data", .9)):
    expect(not grounds_with(use_case, column, value)[1], f"{use_case}.{column} = {value} is no contradiction")
low, high = script.noise([0.0] * 12, True)
expect(low < 0 < high < .2, f"twelve records without anything leave doubt, not much: {low}, {high}")

print("\n".join(failures) if failures else "grounds_test: what should be found is found")
sys.exit(1 if failures else 0)
