"""Which page has which generated part, and how a page is renewed."""
import re

import calibration
import counts
import evidence
import exploration
import results
import search
import supply
import tables
from program import text_of

PARTS = {
    "sim/README.md": {"schedule": tables.schedule, "state": tables.entities, "outcomes": tables.outcomes,
                      "use cases": tables.use_cases, "cell grounds": tables.cell_grounds},
    "sim/RESULTS.md": {"patterns": results.patterns, "patterns_of_supply": results.patterns_of_supply, "tried": results.tried,
                       "survivors": results.survivors, "gap": results.gap, "influence": results.influence,
                       "exploration": exploration.exploration, "liveness": results.liveness, "front": search.front,
                       "recommendations on the front": search.recommendations},
    "sim/parameters/README.md": {"parameters": tables.parameters},
    "sim/EVIDENCE.md": {"overview": evidence.overview, "facts": evidence.facts, "claims": evidence.details},
    "scenarios/calibration/README.md": {"targets": calibration.targets, "numbers": calibration.numbers,
                                        "twins": calibration.twins, "claims": calibration.claims,
                                        "member patterns": calibration.patterns},
    "scenarios/experiments/README.md": {"endurance": results.endurance, "screening": results.screening},
    "sim/SUPPLY_FACTS.md": {"facts": supply.facts, "years": supply.years, "kinds": supply.kinds},
    "sim/TRACE.md": {"tests": counts.tests, "provenance": counts.provenance},
}
PAGES = tuple(PARTS)
PART = re.compile(r"(<!-- generated: ([\w ]+) -->\n)(.*?)(<!-- end -->)", re.DOTALL)


class BadPage(Exception):
    pass


def renewed(path):
    """The page with all its generated parts made anew."""
    def renew(found):
        make = PARTS[path].get(found[2])
        if make is None:
            raise BadPage(f"{path}: nothing is called '{found[2]}'; there are {', '.join(PARTS[path])}")
        made = make()
        return found[1] + (f"\n{made}\n\n" if made else "") + found[4]

    text = text_of(path)
    missing = PARTS[path].keys() - {found[2] for found in PART.finditer(text)}
    if missing:
        raise BadPage(f"{path}: no place for {', '.join(sorted(missing))}")
    return PART.sub(renew, text)


def stale_in(path):
    now = {found[2]: found[3] for found in PART.finditer(text_of(path))}
    fresh = {found[2]: found[3] for found in PART.finditer(renewed(path))}
    return [name for name, text in fresh.items() if now.get(name) != text]
