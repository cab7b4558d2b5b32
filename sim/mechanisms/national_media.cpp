// National media: stories breed stories until the public tires; what remains is a memory.
// Assumes: two frames, risk to rights and surveillance of public space; a frame is national.
// ODD: sim/README.md#national-media
#include "mathematics/elementary.h"
#include "mechanisms/schedule.h"
#include "random/distributions.h"

namespace algemeente::mechanisms {

namespace {

double shock_stories(std::span<const Shock> shocks, Frame frame, int month) {
    double stories = 0;
    for (const Shock& shock : shocks)
        if (shock.frame == frame && month >= shock.from_month && month < shock.from_month + shock.months)
            stories += shock.stories_per_month;
    return stories;
}

/// Equations (1)-(5) for one frame (E60, E61, E76): a self-exciting process in whole months (Waldherr 2014), fatigue
/// (Downs 1972), memory.
void pass_media_month(MediaFrame& media, double base_stories, double shock, double luck, const Parameters& p) {
    const double staying = exponential(-p.media_story_decay);
    const double bred = p.media_story_breeding * (1 - staying) * media.story_stock;
    const double own = base_stories * (1 + p.media_memory_amplification * media.memory) + bred;
    const double expected = own * (1 - p.media_fatigue_damping * media.fatigue) + shock + media.escalations;

    media.stories = poisson(luck, expected);
    media.story_stock = staying * media.story_stock + media.stories;
    media.escalations = 0;
    media.smoothed = p.media_attention_smoothing * media.smoothed + (1 - p.media_attention_smoothing) * media.stories;
    media.attention = chance_of_rate(media.smoothed / p.media_attention_saturation);
    media.fatigue = clip(media.fatigue + p.media_fatigue_gain * media.attention * (1 - media.fatigue) -
                         p.media_fatigue_recovery * media.fatigue);
    media.memory = clip(media.memory + p.media_memory_gain * media.attention * (1 - media.memory) -
                        p.media_memory_decay * media.memory);
}

}  // namespace

void spread_national_news(World& world, const NationalNow& now) {
    const std::array<double, frame_count> base = {now.p.media_risk_base_stories, now.p.media_surveillance_base_stories};
    for (std::size_t f = 0; f < frame_count; ++f) {
        const double luck = world.luck.uniform(Purpose::media_stories, f, now.month);
        const double shock = now.p.media_shock_scale * shock_stories(now.shocks, static_cast<Frame>(f), now.month);
        pass_media_month(world.nation.media[f], base[f], shock, luck, now.p);
    }
}

/// Equation (6): from admiration (about 2017) to sobriety (E61), and a second wave where a calendar has one (S19).
void fade_opportunity(World& world, const NationalNow& now) {
    const double faded = exponential(-now.month / now.p.opportunity_frame_fading_months);
    world.nation.opportunity =
        now.p.opportunity_frame_end + (now.p.opportunity_frame_start - now.p.opportunity_frame_end) * faded;
    if (!world.catalogue.empty())
        world.nation.opportunity += now.p.supply_generative_wave * (1 - world.nation.opportunity);
}

}  // namespace algemeente::mechanisms
