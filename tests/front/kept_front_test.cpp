#include "front/kept_front.h"

#include "front/front_words.h"
#include "places.h"
#include "text/error.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>

namespace algemeente {
namespace {

using present::Language;
using Path = std::filesystem::path;

std::string content_of(const Path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream words;
    words << stream.rdbuf();
    return words.str();
}

/// A front of one package, which is changed before it is read.
class SmallFront {
public:
    SmallFront() : folder_(Path(testing::TempDir()) / ("kept_front_" + std::to_string(getpid()))) {
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_);
        write("search.json",
              R"({"scenario": "baseline", "municipalities": "40", "months": 180, "date": "2026-11-28"})");
        write("objectives.csv",
              "kind,outcome,domain,month,direction,over,against_scenario,epsilon,good_enough,at\n"
              "objective,value,social,2029-12,higher,mean,0,0.05,,\n"
              "objective,policy_eur_per_inhabitant,nation,2029-12,lower,mean,0,0.5,,\n"
              "limit,policy_eur_per_inhabitant,nation,2029-12,at_most,mean,0,,,27\n");
        write("front.csv",
              "package,kind,unbeaten,violation,fresh_runs,members,good_share,regret,value.social.2029-12.mean,"
              "objective_1.value,objective_1.worst_decile,objective_1.regret_90,objective_2.value,"
              "objective_2.worst_decile,objective_2.regret_90\n"
              "7,package,1,0,16,16,0.875,1.2,6,6,3,1.5,9,10,10\n"
              "0,scenario,1,0,16,16,0,2,4,4,2,3,0,0,0\n"
              "ethics_committee,other,0,0.1,16,16,0.5,1.9,5,5,2,2,30,33,33\n");
        write("packages.csv",
              "package,lever,value,from,municipality_share,rollout_months\n"
              "7,ethics_committee,1,2021-01,0.5,0\n7,open_data_quality_growth,0.015,2023-06,1,12\n");
    }
    ~SmallFront() { std::filesystem::remove_all(folder_); }
    SmallFront(const SmallFront&) = delete;
    SmallFront& operator=(const SmallFront&) = delete;

    void write(const std::string& name, const std::string& words) { std::ofstream(folder_ / name) << words; }
    void change(const std::string& name, const std::string& from, const std::string& to) {
        std::string words = content_of(folder_ / name);
        const std::size_t at = words.find(from);
        ASSERT_NE(at, std::string::npos) << from;
        write(name, words.replace(at, from.size(), to));
    }
    void remove(const std::string& name) { std::filesystem::remove(folder_ / name); }
    std::shared_ptr<const KeptFront> read() const { return read_kept_front(folder_); }
    /// What is said of a front that cannot be read; empty if it can.
    std::string problem() const {
        try {
            read();
        } catch (const InputError& problem) {
            return problem.what();
        }
        return {};
    }

private:
    Path folder_;
};

}  // namespace

TEST(KeptFront, has_its_packages_with_levers_and_what_they_are_judged_by) {
    const SmallFront files;
    const auto front = files.read();
    ASSERT_TRUE(front);
    EXPECT_EQ(front->scenario, "baseline");
    EXPECT_EQ(front->months, 180);
    EXPECT_EQ(front->fresh_runs, 16U);
    EXPECT_EQ(front->members, 16U);
    ASSERT_EQ(front->objectives.size(), 2U);
    EXPECT_TRUE(front->objectives[0].higher_is_better);
    EXPECT_FALSE(front->objectives[1].higher_is_better);
    EXPECT_TRUE(std::isnan(front->objectives[0].good_enough));
    ASSERT_EQ(front->limits.size(), 1U);
    EXPECT_EQ(front->limits[0].at, 27);
    ASSERT_EQ(front->packages.size(), 3U);
    EXPECT_EQ(front->base, 1U);
    const KeptPackage& seven = front->packages[0];
    EXPECT_EQ(seven.values, (std::vector<double>{6, 9}));
    EXPECT_EQ(seven.good_share, 0.875);
    ASSERT_EQ(seven.changes.size(), 2U);
    EXPECT_EQ(seven.changes[0],
              (DatedChange{.lever = "ethics_committee", .value = 1, .from_month = 72, .municipality_share = 0.5}));
    EXPECT_EQ(seven.changes[1].rollout_months, 12);
    EXPECT_FALSE(front->packages[2].within_limits);
}

TEST(KeptFront, of_an_objective_against_the_scenario_shows_the_level) {
    SmallFront files;
    files.change("objectives.csv", "higher,mean,0", "higher,mean,1");
    files.change("front.csv", "1.2,6,6,3", "1.2,6,2,1");
    EXPECT_EQ(files.read()->packages[0].values[0], 6);
}

TEST(KeptFront, is_none_where_there_is_no_front) {
    EXPECT_EQ(read_kept_front(Path(testing::TempDir()) / "no_front_here"), nullptr);
}

TEST(KeptFront, says_which_file_line_and_column_cannot_be_read) {
    struct Wrong {
        const char* file;
        const char* from;
        const char* to;
        const char* said;
    };
    constexpr Wrong all[] = {
        {"packages.csv", "7,ethics_committee", "8,ethics_committee", "packages.csv:2: package"},
        {"packages.csv", "ethics_committee,1", "ethics_comittee,1", "packages.csv:2: lever"},
        {"packages.csv", "2023-06", "2023-13", "packages.csv:3: from"},
        {"packages.csv", "ethics_committee,1,", "ethics_committee,4,", "packages.csv:2: value"},
        {"packages.csv", "0.5,0", "1.5,0", "packages.csv:2: municipality_share"},
        {"front.csv", "7,package,1", "7,pakket,1", "front.csv:2: kind"},
        {"front.csv", "0.875", "1.875", "front.csv:2: good_share"},
        {"front.csv", "0,scenario", "0,package", "no row of the scenario itself"},
        {"front.csv", "ethics_committee,other", "7,other", "front.csv:4: package"},
        {"front.csv", "1.2,6,6,3", "1.2,6,much,3", "front.csv:2: objective_1.value"},
        {"front.csv", "objective_2.value", "objective_2.values", "objective_2.value"},
        {"front.csv", "1,0,16,16,0.875", "1,0,0,16,0.875", "front.csv:2: fresh_runs"},
        {"objectives.csv", "value,social", "values,social", "objectives.csv:2: outcome"},
        {"objectives.csv", "value,social", "value,sociaal", "objectives.csv:2: domain"},
        {"objectives.csv", "lower", "less", "objectives.csv:3: direction"},
        {"objectives.csv", "at_most,mean,0,,,27", "at_most,mean,0,,,", "objectives.csv:4: at"},
        {"search.json", "\"months\"", "\"month\"", "search.json: is not the record of a search"},
        {"search.json", "180", "-180", "search.json: months: -180 is no length of a run"},
        {"search.json", "180", "99999", "search.json: months: 99999 is no length of a run"},
        {"packages.csv", "1,12\n", "1,-12\n", "packages.csv:3: rollout_months"},
        {"search.json", "{", "[", "search.json: is not the record of a search"},
    };
    for (const Wrong& one : all) {
        SmallFront files;
        files.change(one.file, one.from, one.to);
        EXPECT_NE(files.problem().find(one.said), std::string::npos)
            << one.file << ": " << one.to << " said '" << files.problem() << "'";
    }
    SmallFront files;
    files.remove("objectives.csv");
    EXPECT_NE(files.problem().find("objectives.csv"), std::string::npos) << files.problem();
}

TEST(KeptFront, that_ships_has_the_recommendations_beside_it) {
    const auto front = read_kept_front(shipped_front());
    ASSERT_TRUE(front);
    EXPECT_EQ(front->packages[front->base].name, "0");
    EXPECT_TRUE(front->packages[front->base].changes.empty());
    for (const char* name : {"standards_first", "change_capacity", "ethics_committee"}) {
        const auto found = std::find_if(front->packages.begin(), front->packages.end(),
                                        [&](const KeptPackage& one) { return one.name == name; });
        ASSERT_NE(found, front->packages.end()) << name;
        EXPECT_EQ(found->kind, KeptPackage::Kind::other);
    }
    for (const KeptPackage& one : front->packages) {
        if (one.kind != KeptPackage::Kind::package) continue;
        EXPECT_FALSE(one.changes.empty()) << one.name;
        EXPECT_TRUE(one.within_limits) << one.name;
    }
}

TEST(FrontWords, say_decisions_and_effects_in_both_languages) {
    const DatedChange half{.lever = "ethics_committee", .value = 1, .from_month = 72, .municipality_share = 0.5};
    EXPECT_EQ(decision_words(half, Language::en), "Ethics committee from 2021 in 50% of municipalities");
    EXPECT_EQ(decision_words(half, Language::nl), "Ethische commissie vanaf 2021 in 50\u00a0% van de gemeenten");
    EXPECT_EQ(decisions_words({}, Language::en), "nothing added");
    const Measure value{.outcome = "value", .of = Measure::Of::social, .month = 179};
    EXPECT_EQ(effect_words(value, 6, 4, Language::en), "+50%");
    EXPECT_EQ(effect_words(value, 6, 4, Language::nl), "+50\u00a0%");
    EXPECT_EQ(measure_words(value, 179, Language::en), "Public value of use, social domain");
    EXPECT_EQ(measure_words(value, 180, Language::en), "Public value of use, social domain, December 2029");
    // a level in thousandths is not "almost nothing" where thousandths are weighed
    const Measure trust{.outcome = "trust_lost", .of = Measure::Of::nation, .month = 179};
    EXPECT_EQ(effect_words(trust, 0.0146, 0.0205, Language::en), "\u22120.0059");
}

}  // namespace algemeente
