// The privacy officer reviews projects one after the other; the ethics committee advises on sensitive ones.
// Assumes: one procedure for every project; its burden follows from personal data, impact and strictness (E55).
// ODD: sim/README.md#law-and-ethics
#include "mathematics/elementary.h"
#include "mechanisms/project_rules.h"
#include "mechanisms/schedule.h"
#include "random/distributions.h"

namespace algemeente::mechanisms {

namespace {

double legal_load(const Project& project, const Parameters& p) {
    const double weight = std::max(project.impact, p.legal_load_public_space * project.public_space);
    return project.personal_data * (p.legal_load_base + p.legal_load_impact * weight);
}

/// The next project in the queue: first come, first served; a lot decides between those of one month.
Project* next_in_queue(Municipality& municipality) {
    Project* next = nullptr;
    for (Project& project : municipality.projects) {
        if (project.stage != Stage::development || project.law != LawStatus::queued) continue;
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
        if (project.stage != Stage::development || project.law != LawStatus::in_review) continue;
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

void take_advice(Project& project, const Now& now) {
    const Parameters& p = now.p;
    const double luck = now.luck.uniform(Purpose::ethics_advice, project.key, now.month, 1);
    project.committee = CommitteeStatus::done;
    project.ethics = std::max(project.ethics, p.committee_ethics);
    project.explainability = clip(project.explainability + p.committee_explainability);
    const bool adjust = happens(luck, p.committee_adjustment * project.sensitivity);
    if (adjust) {
        project.impact *= p.committee_impact;
        project.build_effort += p.committee_effort;
        renew_sensitivity(project, p);
    }
    now.note(EventKind::ethics_advice, project, adjust ? 1 : 0);
}

}  // namespace

/// The committee advises when build and law are ready; it has no veto (E75).
void ask_ethics_committee(Municipality& municipality, const Now& now) {
    const Parameters& p = now.p;
    if (p.ethics_committee <= 0) return;
    for (Project& project : municipality.projects) {
        if (project.stage != Stage::development) continue;
        if (project.committee == CommitteeStatus::waiting) {
            if (--project.committee_months_left <= 0) take_advice(project, now);
            continue;
        }
        const bool ready = project.built >= project.build_effort && project.law == LawStatus::approved;
        if (project.committee == CommitteeStatus::done || !ready || project.sensitivity <= p.committee_sensitivity)
            continue;
        const double luck = now.luck.uniform(Purpose::ethics_advice, project.key, now.month, 0);
        project.committee = CommitteeStatus::waiting;
        project.committee_months_left = static_cast<std::int16_t>(
            whole_number(luck, static_cast<int>(p.committee_months_low), static_cast<int>(p.committee_months_high)));
    }
}

}  // namespace algemeente::mechanisms
