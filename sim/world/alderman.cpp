#include "world/alderman.h"

#include "mathematics/elementary.h"
#include "random/distributions.h"

#include <algorithm>

namespace algemeente {

Alderman new_alderman(std::uint64_t office, int month, const Parameters& p, const Luck& luck) {
    const Draws draws = luck.draws(Purpose::alderman_character, office, month);
    Alderman alderman;
    alderman.appetite = p.alderman_appetite_low + draws[0] * (p.alderman_appetite_high - p.alderman_appetite_low);
    alderman.knowledge = clipped_normal(draws[1], p.alderman_knowledge_mean, p.alderman_knowledge_spread,
                                        p.level_margin, 1 - p.level_margin);
    alderman.usual_risk_aversion =
        p.alderman_risk_aversion * exponential(p.alderman_risk_aversion_spread * standard_normal(draws[2]));
    alderman.risk_aversion = alderman.usual_risk_aversion;
    alderman.colour = p.alderman_colour_mean + p.alderman_colour_spread * standard_normal(draws[3]);
    return alderman;
}

double taste_of(const Alderman& alderman, std::uint64_t office, std::size_t use_case, int month, const Parameters& p,
                const Luck& luck) {
    const int took_office = std::max(before_first_month, month + 1 - alderman.months_in_office);
    return p.alderman_taste_spread * standard_normal(luck.uniform(Purpose::alderman_taste, office, took_office,
                                                                  static_cast<std::uint32_t>(use_case)));
}

}  // namespace algemeente
