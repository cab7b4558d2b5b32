// What use means for people, the same for a municipality's own products and for those of suppliers.
#pragma once

#include "mechanisms/now.h"

namespace algemeente {

/// Equation (38), first part. `gap`: levels by which the ambition exceeds the organisation's maturity.
double performance_of(const Project& project, double gap, const Parameters& p);

/// Citizens who trust the municipality cooperate with what it does, most where it is about them (E59).
double cooperation(const Project& project, const Municipality& municipality, const Parameters& p);

/// Equation (39): harm of a product at its performance and usage.
double harm_of(const Project& project, const Parameters& p);

/// Equation (40): chance of a public incident this month, and how severe it is at a draw.
double incident_chance(const Project& project, const Nation& nation, const Parameters& p);
double severity_of(const Project& project, const Municipality& municipality, double luck, const Parameters& p);

/// Equation (41) without the end: local attention, alarm, and with a draw below the chance of it a national echo.
void raise_alarm(const Project& project, Municipality& municipality, double severity, double echo_luck, const Now& now);

/// Chance that an incident stops what caused it.
double stopping_chance(const Project& project, double severity, const Parameters& p);

/// Equation (42): chances a month, of a use without political support and without legitimacy for citizens, to end.
double end_without_support(const Project& project, const Parameters& p);
double end_without_legitimacy(const Project& project, const Parameters& p);
/// ... of one that yields little, and of one for which something better comes.
double end_by_disuse(const Project& project, const Parameters& p);
double end_for_better(int months_in_use, bool bought, const Municipality& municipality, const Parameters& p);

}  // namespace algemeente
