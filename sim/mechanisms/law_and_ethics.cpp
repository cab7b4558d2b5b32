// The privacy officer reviews projects one after the other; the ethics committee advises on sensitive ones.
// Assumes: one procedure for every project; its burden follows from personal data, impact and strictness (E55).
// ODD: sim/README.md#law-and-ethics
#include "mathematics/elementary.h"
#include "mechanisms/project_rules.h"
#include "mechanisms/schedule.h"
#include "random/distributions.h"

namespace algemeente::mechanisms {

namespace {

/// In development, and not paused.
bool is_developed(const Project& project) {
    return project.stage == Stage::development && is_at_work(project);
}

/// Personal data weigh by impact, and by how much is linked that was collected for another purpose (E53, E55).
double legal_load(const Project& project, const Parameters& p) {
    const double weight = std::max(project.impact, p.legal_load_public_space * project.public_space);
    constexpr std::ptrdiff_t many = 5;  // sources from which linking weighs in full
    const auto linked = std::count_if(project.requirements.begin(), project.requirements.end(),
                                      [](const Requirement& requirement) { return requirement.origin != Origin::own; });
    const double linking = static_cast<double>(std::min(linked, many)) / static_cast<double>(many);
    return project.personal_data * (p.legal_load_base + p.legal_load_impact * weight + p.legal_load_linking * linking);
}

/// The next project in the queue: first come, first served; a lot decides between those of one month.
Project* next_in_queue(Municipality& municipality) {
    Project* next = nullptr;
    for (Project& project : municipality.projects) {
        if (!is_developed(project) || project.law != LawStatus::queued) continue;
        const bool earlier = next == nullptr || project.law_queued_month < next->law_queued_month ||
                             (project.law_queued_month == next->law_queued_month && project.lot < next->lot);
        if (earlier) next = &project;
    }
    return next;
}

void begin_review(Project& project, const Municipality& municipality, const Now& now) {
    const Parameters& p = now.p;
    const Draws luck = now.luck.draws(Purpose::legal_review, project.key, now.month, 0);
    const double expected =
        p.review_duration_months * legal_load(project, p) * (p.review_duration_base + municipality.strictness);
    project.law = LawStatus::in_review;
    project.law_months_left = static_cast<std::int16_t>(1 + poisson(luck[0], expected));
}

/// Rework: fewer personal data, less value, one source less; then to the back of the queue (E22, E58).
void rework(Project& project, const Now& now) {
    const Parameters& p = now.p;
    ++project.law_attempts;
    project.law = LawStatus::queued;
    project.law_queued_month = static_cast<std::int16_t>(now.month);
    project.personal_data *= p.rework_personal_data;
    project.value *= p.rework_value;
    project.build_effort += p.rework_effort;
    constexpr std::size_t fewest_sources = 2;  // (37): what combines data keeps two sources, or it is another product
    if (project.requirements.size() > fewest_sources) project.requirements.pop_back();
    renew_sensitivity(project, p);
    now.note(EventKind::law_reworked, project, project.law_attempts);
}

/// A strict reading weighs by legal load; ethics and rework help, a closed product does not (E38, E54, E55, E56).
void decide_review(Project& project, Municipality& municipality, const Now& now) {
    const Parameters& p = now.p;
    const Draws luck = now.luck.draws(Purpose::legal_review, project.key, now.month, 1);
    const double approval = p.approval_base - p.approval_load * legal_load(project, p) * municipality.strictness +
                            p.approval_ethics * ethics_of(project, p) + p.approval_rework * project.law_attempts -
                            (project.closed ? p.approval_closed : 0);
    if (happens(luck[0], clip(logistic(approval) * p.diagnostic_law + p.diagnostic_law_shift))) {
        project.law = LawStatus::approved;
        now.note(EventKind::law_approved, project, project.law_attempts);
    } else if (project.law_attempts < p.rework_attempts && happens(luck[1], p.rework_chance)) {
        rework(project, now);
    } else {
        project.law = LawStatus::rejected;
        ++municipality.office(project.domain).ledger.rejected_by_law;
        now.note(EventKind::law_rejected, project, project.law_attempts);
        abandon(project, municipality, now, Reason::law);
    }
}

}  // namespace

/// Equation (37): no building on without consent (E53). Throughput hardly grows with population: a privacy officer is
/// one person (M&I/Partners).
void review_legality(Municipality& municipality, const Now& now) {
    for (Project& project : municipality.projects) {
        if (!is_developed(project) || project.law != LawStatus::in_review) continue;
        if (--project.law_months_left <= 0) decide_review(project, municipality, now);
    }
    double time = municipality.reviews_saved + now.p.reviews_per_month * municipality.size_for_reviews;
    while (time >= 1) {
        Project* next = next_in_queue(municipality);
        if (next == nullptr) break;
        begin_review(*next, municipality, now);
        time -= 1;
    }
    municipality.reviews_saved = std::min(time, now.p.reviews_saved_ceiling);
}

namespace {

/// More ethics, a use that can be explained, and perhaps a milder one.
void take_advice(Project& project, const Now& now) {
    const Parameters& p = now.p;
    const double luck = now.luck.uniform(Purpose::ethics_advice, project.key, now.month, 1);
    if (project.advices == 0) project.explainability = clip(project.explainability + p.committee_explainability);
    ++project.advices;
    project.ethics = std::max(project.ethics, p.committee_ethics);
    const bool adjust = happens(luck, p.committee_adjustment * project.sensitivity);
    if (adjust) {
        project.impact *= p.committee_impact;
        if (project.stage == Stage::development) project.build_effort += p.committee_effort;
        renew_sensitivity(project, p);
    }
    now.note(EventKind::ethics_advice, project, adjust ? 1 : 0);
}

bool is_ready_for_advice(const Project& project) {
    return project.built >= project.build_effort && project.law == LawStatus::approved;
}

/// The committee is asked at the start, and again about what was built.
void ask_about(Project& project, const Now& now) {
    const Parameters& p = now.p;
    if (project.committee == CommitteeStatus::waiting) {
        if (--project.committee_months_left > 0) return;
        const bool built = is_ready_for_advice(project);
        take_advice(project, now);
        project.committee = built ? CommitteeStatus::done : CommitteeStatus::advised;
        return;
    }
    const bool asked_enough = project.committee == CommitteeStatus::done ||
                              (project.committee == CommitteeStatus::advised && !is_ready_for_advice(project));
    if (asked_enough || project.sensitivity <= p.committee_sensitivity) return;
    const double luck = now.luck.uniform(Purpose::ethics_advice, project.key, now.month, 0);
    project.committee = CommitteeStatus::waiting;
    project.committee_months_left = static_cast<std::int16_t>(
        whole_number(luck, static_cast<int>(p.committee_months_low), static_cast<int>(p.committee_months_high)));
}

/// Unasked advice on what is in use, also on what began before there was a committee; once.
void review_use(Project& project, const Now& now) {
    if (project.reviewed_in_use || project.sensitivity <= now.p.committee_sensitivity) return;
    const double luck = now.luck.uniform(Purpose::unsolicited_advice, project.key, now.month);
    if (!happens(luck, now.p.committee_unsolicited_chance)) return;
    take_advice(project, now);
    project.reviewed_in_use = true;
}

}  // namespace

/// The committee advises from the start, on what was built, and unasked on what is used; it has no veto (E74, E75).
void ask_ethics_committee(Municipality& municipality, const Now& now) {
    if (now.p.ethics_committee <= 0) return;
    for (Project& project : municipality.projects) {
        if (is_developed(project)) ask_about(project, now);
        if (project.stage == Stage::in_use) review_use(project, now);
    }
}

}  // namespace algemeente::mechanisms
