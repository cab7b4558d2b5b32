#include "netherlands/staffing.h"

#include "mathematics/elementary.h"
#include "netherlands/country.h"

#include <algorithm>
#include <functional>

namespace algemeente {

namespace {

/// The accounts themselves show the gap: seven municipalities below 9.7 % (Schagen 0.9 %), all others above 17.4 %.
constexpr double smallest_share_on_domains = 0.1;

using Cost = std::function<double(const StaffAccounts&)>;
using Visible = std::function<bool(const StaffAccounts&)>;

double positive(double cost) {
    return std::max(0.0, cost);  // a few amounts are negative corrections of an earlier year
}
double cost_on_domains(const StaffAccounts& a) {
    return positive(a.staff_cost_social) + positive(a.staff_cost_physical);
}
bool shows_staff(const StaffAccounts& a) {
    return !a.is_joint;
}
bool shows_domains(const StaffAccounts& a) {
    return shows_staff(a) && cost_on_domains(a) >= smallest_share_on_domains * a.staff_cost;
}

double log_size(const StaffAccounts& a) {
    return logarithm(a.population / reference_population);
}

/// ln(cost) = intercept + slope ln(population / 26,500).
struct SizeTrend {
    double intercept = 0;
    double slope = 0;
};

/// Least squares by hand: two sums in a fixed order give the same bits with every compiler.
SizeTrend size_trend(const std::vector<StaffAccounts>& accounts, const Cost& cost, const Visible& visible) {
    double count = 0, mean_size = 0, mean_cost = 0;
    for (const StaffAccounts& a : accounts) {
        if (!visible(a)) continue;
        count += 1;
        mean_size += log_size(a);
        mean_cost += logarithm(cost(a));
    }
    mean_size /= count;
    mean_cost /= count;

    double covariance = 0, variance = 0;
    for (const StaffAccounts& a : accounts) {
        if (!visible(a)) continue;
        const double deviation = log_size(a) - mean_size;
        covariance += deviation * (logarithm(cost(a)) - mean_cost);
        variance += deviation * deviation;
    }
    const double slope = covariance / variance;
    return {.intercept = mean_cost - slope * mean_size, .slope = slope};
}

/// Those that are not visible stay at exactly 1; the others are scaled, so that the mean over all is 1 too.
std::vector<double> factors(const std::vector<StaffAccounts>& accounts, const Cost& cost, const Visible& visible,
                            const Parameters& p) {
    const SizeTrend trend = size_trend(accounts, cost, visible);
    std::vector<double> factors(accounts.size(), 1.0);
    double weighted = 0, population = 0;
    for (std::size_t i = 0; i < accounts.size(); ++i) {
        const StaffAccounts& a = accounts[i];
        if (!visible(a)) continue;
        const double expected = trend.intercept + trend.slope * log_size(a);
        factors[i] = clip(exponential(logarithm(cost(a)) - expected), p.fiscal_accounts_low, p.fiscal_accounts_high);
        weighted += factors[i] * a.population;
        population += a.population;
    }
    for (std::size_t i = 0; i < accounts.size(); ++i) {
        if (visible(accounts[i])) factors[i] *= population / weighted;
    }
    return factors;
}

/// Euro per year, summed over the visible municipalities.
double national_cost(const std::vector<StaffAccounts>& accounts, const Cost& cost, const Visible& visible) {
    double sum = 0;
    for (const StaffAccounts& a : accounts) sum += visible(a) ? cost(a) * a.population : 0.0;
    return sum;
}

double cost_of_staff(const StaffAccounts& a) {
    return a.staff_cost;
}

void set_employees(std::vector<Staffing>& staffing, const std::vector<StaffAccounts>& accounts,
                   double national_employees) {
    const auto inhabitants = [](const StaffAccounts&) { return 1.0; };
    const double mean_cost =
        national_cost(accounts, cost_of_staff, shows_staff) / national_cost(accounts, inhabitants, shows_staff);
    const auto cost_or_mean = [&](const StaffAccounts& a) { return a.is_joint ? mean_cost : a.staff_cost; };
    const auto everybody = [](const StaffAccounts&) { return true; };
    const double employees_per_euro = national_employees / national_cost(accounts, cost_or_mean, everybody);

    for (std::size_t i = 0; i < accounts.size(); ++i) {
        staffing[i].employees = employees_per_euro * cost_or_mean(accounts[i]) * accounts[i].population;
    }
}

void set_domain_employees(std::vector<Staffing>& staffing, const std::vector<StaffAccounts>& accounts) {
    const auto social = [](const StaffAccounts& a) { return positive(a.staff_cost_social); };
    const auto physical = [](const StaffAccounts& a) { return positive(a.staff_cost_physical); };
    const double all = national_cost(accounts, cost_of_staff, shows_domains);
    const double mean_social_share = national_cost(accounts, social, shows_domains) / all;
    const double mean_physical_share = national_cost(accounts, physical, shows_domains) / all;

    for (std::size_t i = 0; i < accounts.size(); ++i) {
        const StaffAccounts& a = accounts[i];
        const bool shown = shows_domains(a);
        const double social_share = shown ? clip(social(a) / a.staff_cost) : mean_social_share;
        const double physical_share = shown ? clip(physical(a) / a.staff_cost) : mean_physical_share;
        staffing[i].employees_social = staffing[i].employees * social_share;
        staffing[i].employees_physical = staffing[i].employees * physical_share;
    }
}

}  // namespace

std::vector<Staffing> staffing_of(const std::vector<StaffAccounts>& accounts, const Parameters& p) {
    const std::vector<double> fiscal = factors(accounts, cost_of_staff, shows_staff, p);
    const std::vector<double> change = factors(accounts, cost_on_domains, shows_domains, p);
    std::vector<Staffing> staffing(accounts.size());
    for (std::size_t i = 0; i < accounts.size(); ++i) {
        staffing[i].fiscal_factor = fiscal[i];
        staffing[i].change_factor = change[i];
    }
    set_employees(staffing, accounts, p.national_employees);
    set_domain_employees(staffing, accounts);
    return staffing;
}

}  // namespace algemeente
