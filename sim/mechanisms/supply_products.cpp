// What is shared is judged together: the nation sees each product's users, hears of incidents, and may strike it down.
// Assumes: a product is judged by all its uses; who has many users is examined more (S04).
// ODD: sim/README.md#suppliers-national-services-and-duties
#include "mathematics/elementary.h"
#include "mechanisms/schedule.h"
#include "mechanisms/supply_rules.h"

#include <array>
#include <cmath>
#include <vector>

namespace algemeente::mechanisms {

namespace {

/// Sums over the users of a product.
struct Users {
    int count = 0;
    double performance = 0, harm = 0, sensitivity = 0;
    double severity = 0;  ///< of this month's incidents

    double mean(double sum) const { return count > 0 ? sum / count : 0; }
};

std::vector<Users> count_users(World& world) {
    std::vector<Users> all(world.supply.products.size());
    for (std::size_t i = 0; i < world.municipalities.size(); ++i) {
        const SuppliedHere& here = world.municipalities[i].supplied;
        world.supply.used_last_month[i] = {};
        for (const ShownUse& use : here.sums.shown) {
            Users& users = all[use.product];
            ++users.count;
            users.performance += use.performance;
            users.harm += use.harm;
            users.sensitivity += use.sensitivity;
            world.supply.used_last_month[i].mark(world.catalogue.offer_of[use.product]);
        }
        for (const ProductIncident& incident : here.incidents) all[incident.product].severity += incident.severity;
    }
    return all;
}

/// Equation (57): a product is as good as its name, and its name follows what it does; suppliers have one too.
void judge_reputation(std::size_t position, World& world, const std::vector<Users>& all, const Parameters& p) {
    const Catalogue& catalogue = world.catalogue;
    double of_others = 0;
    for (std::size_t other = 0; other < all.size(); ++other)
        if (other != position && catalogue.supplier_of[other] == catalogue.supplier_of[position])
            of_others += all[other].severity;
    ProductState& state = world.supply.products[position];
    const Users& users = all[position];
    if (users.count > 0)
        state.reputation += p.supply_reputation_pace * (users.mean(users.performance) - state.reputation);
    const double blame = users.severity + p.supply_reputation_supplier * of_others;
    state.reputation = clip(state.reputation - p.supply_reputation_loss * blame);
    // (59): news of an incident fades
    state.news = state.news * exponential(-1 / p.supply_news_months) + p.supply_shared_exposure * users.severity;
}

/// Equation (58): the more users, the more harm and the more attention, the likelier it is judged in public.
double chance_of_strike(const Product& product, const Users& users, double attention, const Parameters& p) {
    return chance_of_rate(p.supply_strike_rate * users.mean(users.sensitivity) *
                          std::sqrt(static_cast<double>(users.count)) *  // exact by IEEE 754
                          users.mean(users.harm) * (1 + p.supply_strike_attention * attention) *
                          (product.statutory ? p.supply_strike_statutory : 1));
}

/// From next month on nobody begins with it. Who uses it is alarmed; national media write about it in the frames of
/// what it does (E60, E69).
void strike_down(std::size_t position, World& world, const Users& users, const NationalNow& now) {
    const Parameters& p = now.p;
    world.supply.products[position].struck_month = now.month + 1;
    if (users.count == 0) return;
    world.nation.media[static_cast<std::size_t>(Frame::risk)].escalations +=
        p.supply_strike_stories * logarithm(1.0 + users.count) * users.mean(users.sensitivity);
    for (Municipality& municipality : world.municipalities)
        for (const ShownUse& use : municipality.supplied.sums.shown)
            if (use.product == position)
                municipality.office(use.domain).alderman.risk_aversion +=
                    p.alderman_incident_alarm * p.supply_strike_alarm;
}

}  // namespace

void judge_products(World& world, const NationalNow& now) {
    if (world.catalogue.empty()) return;
    const std::vector<Users> all = count_users(world);
    for (std::size_t k = 0; k < all.size(); ++k) {
        const Product& product = world.catalogue.product(k);
        ProductState& state = world.supply.products[k];
        state.users = all[k].count;
        judge_reputation(k, world, all, now.p);
        if (state.struck_month != never) continue;
        const double luck = world.luck.uniform(Purpose::supply_strike, product.key, now.month);
        const bool by_date = now.month + 1 >= product.withdrawn;
        const bool judged =
            product.can_be_struck && all[k].count > 0 &&
            happens(luck, chance_of_strike(product, all[k], world.nation.attention(Frame::risk), now.p));
        if (by_date || judged) strike_down(k, world, all[k], now);
    }
}

}  // namespace algemeente::mechanisms
