// What is shown of the comparison, in words: the same in the window, in pictures, in the hand-out and in tables.
#pragma once

#include "viewer/views/view.h"

namespace algemeente::viewer {

/// "13 projects", "4 percentage points": how far a line that was drawn is from the median.
std::string distance_words(const ViewContext& context, double distance);

/// The legend has switched it off.
bool is_hidden(const ViewContext& context, std::size_t slot);
/// Its results are still to come: those on the screen are of another scenario.
bool is_old(const ViewContext& context, std::size_t slot);
/// The page shows the one run in detail, which is computed on its own.
bool shows_one_run(const ViewContext& context);
/// Some of the numbers that the page shows are of another scenario than the one that is named.
bool page_is_old(const ViewContext& context);
/// Scenarios that the legend shows and no prediction covers.
std::vector<std::size_t> shown_slots(const ViewContext& context);
/// "2 changed", behind the title of a scenario with levers that were changed; empty for none.
std::string changed_mark(const Slot& slot, Language language);
/// What a scenario is called on every page, in pictures and in files: its title, and how many levers were changed in
/// it. Those with the same title are counted.
std::string slot_title(const ViewContext& context, std::size_t slot);
/// The same in the closed list of that width: its title gives way before its mark does.
std::string slot_title_in_choice(const ViewContext& context, std::size_t slot, float width);
/// The question of the scenario that is set against A, or of A alone; empty without one, or while it is covered.
std::string question_words(const ViewContext& context);
/// "Algorithms in use · projects, total over the municipalities", "Municipalities that use one · %".
std::string outcome_words(const ViewContext& context);
/// Any scenario of the session has suppliers, national services and laws.
bool has_suppliers(const ViewContext& context);
/// " · all use", behind the name of a chart: which uses it counts. Empty without suppliers.
std::string reading_mark(const ViewContext& context, Reading reading);
/// The same for charts of the chosen outcome; empty if that is no count of uses.
std::string reading_mark(const ViewContext& context);
/// The effect in words; none where there is nothing to compare, or where it is switched off or covered.
std::optional<Headline> shown_headline(const ViewContext& context);
/// In what the scenario whose effect is told differs from A: nobody is to ascribe to one change what several do.
struct WhatDiffers {
    std::size_t slot = 0;
    std::string words;        ///< "Not the effect of 'ethics committee' alone: B also has ..."
    std::string in_full;      ///< the same with all of a long list
    bool several = false;     ///< more than one thing
    bool nothing = false;     ///< it simulates the same as A
    std::string last_change;  ///< what was changed last, where it could be tried alone; else empty
};
/// None where there is nothing to compare, or where it is switched off or covered.
std::optional<WhatDiffers> what_differs(const ViewContext& context);
/// How many of the first runs are computed, while nothing can be shown yet.
std::string waiting_words(const ViewContext& context);
/// That numbers of before are still there, and how far the new ones are.
std::string still_old_words(const ViewContext& context);
/// Whether the page shows any numbers: they may be those of before.
bool page_has_numbers(const ViewContext& context);
/// What lines and bands are, and around an event who is set against whom.
std::string legend_words(const ViewContext& context);
/// "Months shown: ..."; empty for all of them.
std::string months_words(const ViewContext& context);
/// "Switched off in the legend: A"; empty for none.
std::string hidden_words(const ViewContext& context);
/// "B, C": scenarios whose results are covered; empty without a prediction.
std::string covered_letters(const ViewContext& context);
/// What the page is about, above a picture of it.
std::string page_title(const ViewContext& context);

}  // namespace algemeente::viewer
