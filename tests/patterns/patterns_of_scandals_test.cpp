// P08-P10 on runs made by hand.
#include "patterns/fake_run.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace algemeente {

namespace {

constexpr int scandal = 108;  // January 2024

FakeRun with_pipelines(double social, double physical) {
    return FakeRun().set("pipeline", social, physical);
}

ProjectRecord use_of(const char* use_case) {
    ProjectRecord record;
    record.use_case = static_cast<std::uint8_t>(find_use_case(use_case));
    record.used = 100;
    return record;
}

FakeRun with_uses(double social, double physical, int cameras, int scan_cars, int assets) {
    return FakeRun()
        .set("in_use", social, physical)
        .add(use_of("crowd_monitoring"), cameras)
        .add(use_of("scan_car_enforcement"), scan_cars)
        .add(use_of("asset_and_waste_sensing"), assets);
}

/// Trust 0.5; from the scandal on it falls by 0.002 a month for `fall` months, then comes back by `regained` a month.
FakeRun with_trust(int fall, double regained) {
    FakeRun run;
    run.set_national("mean_trust", .5);
    const double lost = .002 * fall;
    for (int i = 0; i < protocol_months - scandal; ++i) {
        const double loss = i <= fall ? .002 * i : std::max(0.0, lost - regained * (i - fall));
        run.set_national("mean_trust", .5 - loss, scandal + i, scandal + i);
    }
    return run;
}

FakeRun with_steady_trust() {
    return FakeRun().set_national("mean_trust", .5);
}

}  // namespace

TEST(P08, holds_where_the_social_pipeline_falls_and_the_physical_one_hardly_does) {
    const Pattern pattern = pattern_called("P08");
    const FakeRun base = with_pipelines(100, 100);
    const FakeRun deep = with_pipelines(100, 100)
                             .set("pipeline", Domain::social, 80, scandal + 5, scandal + 5)  // the deepest month
                             .set("pipeline", Domain::physical, 95, scandal + 5, scandal + 5)
                             .set("pipeline", Domain::physical, 50, scandal + 7, scandal + 7);  // another month
    EXPECT_NEAR(statistic(pattern, 0, {base, deep}), .2, 1e-12);
    EXPECT_NEAR(statistic(pattern, 1, {base, deep}), .05 - .2 / 3, 1e-12);
    EXPECT_EQ(verdict(pattern, 0, {base, deep}), Verdict::holds);
    EXPECT_EQ(verdict(pattern, 1, {base, deep}), Verdict::holds);
    EXPECT_EQ(verdict(pattern, 0, {base, with_pipelines(91, 100)}), Verdict::fails);
    EXPECT_EQ(verdict(pattern, 1, {base, with_pipelines(80, 80)}), Verdict::fails);
    // what happens after a year does not count
    EXPECT_EQ(statistic(pattern, 0, {base, with_pipelines(100, 100).set("pipeline", Domain::social, 10, scandal + 12)}),
              0);
    EXPECT_EQ(verdict(pattern, 0, {with_pipelines(0, 0), with_pipelines(0, 0)}), Verdict::fails);
}

TEST(P09, holds_where_cameras_are_hit_and_the_social_domain_is_not) {
    const Pattern pattern = pattern_called("P09");
    const FakeRun base = with_uses(50, 100, 6, 4, 10);
    const FakeRun hit = with_uses(50, 90, 3, 2, 9);
    EXPECT_NEAR(statistic(pattern, 0, {base, hit}), -.1, 1e-12);
    EXPECT_EQ(statistic(pattern, 1, {base, hit}), 0);
    EXPECT_NEAR(statistic(pattern, 2, {base, hit}), -.5 + 2 * .1, 1e-12);
    for (std::size_t check = 0; check < 3; ++check) EXPECT_EQ(verdict(pattern, check, {base, hit}), Verdict::holds);
    EXPECT_EQ(verdict(pattern, 0, {base, base}), Verdict::holds);  // no change: at the limit
    EXPECT_EQ(verdict(pattern, 0, {base, with_uses(50, 101, 3, 2, 9)}), Verdict::fails);
    EXPECT_EQ(verdict(pattern, 1, {base, with_uses(49, 90, 3, 2, 9)}), Verdict::fails);
    EXPECT_EQ(verdict(pattern, 2, {base, with_uses(50, 90, 6, 4, 9)}), Verdict::fails);
    EXPECT_EQ(verdict(pattern, 2, {with_uses(50, 90, 0, 0, 9), base}), Verdict::fails);  // no camera to be hit
}

TEST(P09, counts_uses_sixteen_months_after_the_scandal) {
    const Pattern pattern = pattern_called("P09");
    FakeRun ended = with_uses(50, 100, 0, 0, 10);
    ProjectRecord camera = use_of("crowd_monitoring");
    ended.add(camera, 5);
    camera.ended = scandal + 16;  // ends in the month that is judged
    ended.add(camera, 5);
    camera.used = scandal + 17;  // too late
    camera.ended = -1;
    ended.add(camera, 5);
    EXPECT_NEAR(statistic(pattern, 2, {with_uses(50, 100, 10, 0, 10), ended}), -.5, 1e-12);
}

TEST(P10, counts_months_to_the_largest_loss_and_to_half_of_it) {
    const Pattern pattern = pattern_called("P10");
    const FakeRun base = with_steady_trust();
    const FakeRun slow = with_trust(10, .00025);  // half of .02 forty months later
    EXPECT_NEAR(statistic(pattern, 0, {base, slow}), 4, .11);
    EXPECT_EQ(verdict(pattern, 0, {base, slow}), Verdict::holds);
    EXPECT_EQ(verdict(pattern, 1, {base, slow}), Verdict::holds);
    const FakeRun quick = with_trust(10, .001);  // ten months there, ten to half
    EXPECT_NEAR(statistic(pattern, 0, {base, quick}), 1, .11);
    EXPECT_EQ(verdict(pattern, 0, {base, quick}), Verdict::fails);
    EXPECT_NEAR(statistic(pattern, 1, {base, quick}), 0, 1e-12);  // all is regained: at the limit
    const FakeRun lost = with_trust(10, 0);  // it does not come back before the end, 72 months in all
    EXPECT_NEAR(statistic(pattern, 0, {base, lost}), 6.2, 1e-12);
    EXPECT_EQ(verdict(pattern, 1, {base, FakeRun()}), Verdict::fails);  // no trust to be read
}

}  // namespace algemeente
