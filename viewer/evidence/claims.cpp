#include "viewer/evidence/claims.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace algemeente::viewer {

namespace {

#include "claims.inc"

struct Translation {
    std::string_view id;
    std::string_view words;
};
constexpr Translation claims_nl[] = {
#define CLAIM(id, words) {id, words},
#include "present/words/claims.def"
};
constexpr Translation remarks_nl[] = {
#define REMARK(id, words) {id, words},
#include "present/words/claims.def"
};
constexpr Translation steps_nl[] = {
#define STEP(id, words) {id, words},
#include "present/words/claims.def"
};
constexpr Translation abouts_nl[] = {
#define ABOUT(en, nl) {en, nl},
#include "present/words/claims.def"
};

std::string_view in_dutch(std::span<const Translation> all, std::string_view id) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const Translation& one) { return one.id == id; });
    return found == all.end() ? std::string_view{} : found->words;
}

/// Cells of one line; quotes hold commas together.
std::vector<std::string> cells_of(std::string_view line) {
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (const char letter : line) {
        if (letter == '"') {
            quoted = !quoted;
        } else if (letter == ',' && !quoted) {
            cells.emplace_back();
        } else {
            cells.back() += letter;
        }
    }
    return cells;
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (end > 0) lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

bool names(std::string_view text, std::string_view id) {
    const auto ids = claim_ids(text);
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

void add_tests(std::vector<Claim>& all) {
    Claim* current = nullptr;
    for (const std::string_view line : lines_of(tests_of_claims)) {
        if (line.starts_with("### ")) {
            const auto found =
                std::find_if(all.begin(), all.end(), [&](const Claim& one) { return one.id == line.substr(4); });
            current = found == all.end() ? nullptr : &*found;
        } else if (current != nullptr && line.starts_with("- tests: ")) {
            for (std::string& test : cells_of(line.substr(9))) {
                test.erase(0, test.find_first_not_of(' '));
                current->tests.push_back(std::move(test));
            }
        }
    }
}

std::vector<Claim> read_claims() {
    std::vector<Claim> all;
    for (const std::string_view line : lines_of(claims_csv)) {
        const auto cells = cells_of(line);
        if (cells.size() != 6 || cells[0] == "id") continue;
        Claim claim;
        claim.id = cells[0];
        claim.theme = cells[1];
        claim.words = cells[2];
        claim.concerns = cells[3];
        claim.about = cells[4];
        claim.basis = cells[5];
        for (const MechanismInfo& mechanism : schedule())
            if (names(mechanism.evidence, claim.id)) claim.mechanisms.push_back(&mechanism);
        for (const ParameterInfo& row : parameter_table())
            if (names(row.source, claim.id)) claim.parameters.push_back(&row);
        all.push_back(std::move(claim));
    }
    for (const std::string_view line : lines_of(remarks_csv)) {
        const auto cells = cells_of(line);
        const auto found = std::find_if(all.begin(), all.end(), [&](const Claim& one) { return one.id == cells[0]; });
        if (cells.size() != 3 || found == all.end()) continue;
        found->remark_kind = cells[1];
        found->remark = cells[2];
    }
    add_tests(all);
    return all;
}

/// Words in the column "concerns" that mean a factor.
constexpr std::array<std::string_view, factor_count> concerns_of_factor = {"ICT",
                                                                           "capacity",
                                                                           "availability",
                                                                           "readiness",
                                                                           "law",
                                                                           "legitimacy for citizens",
                                                                           "legitimacy for government",
                                                                           "involvement",
                                                                           "willingness",
                                                                           "ethics"};

}  // namespace

std::span<const Claim> claims() {
    static const std::vector<Claim> all = read_claims();
    return all;
}

const Claim* find_claim(std::string_view id) {
    const auto all = claims();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Claim& one) { return one.id == id; });
    return found == all.end() ? nullptr : &*found;
}

std::vector<std::string> claim_ids(std::string_view text) {
    std::vector<std::string> ids;
    const auto digit = [&](std::size_t i) {
        return i < text.size() && std::isdigit(static_cast<unsigned char>(text[i])) != 0;
    };
    const auto letter = [&](std::size_t i) { return std::isalnum(static_cast<unsigned char>(text[i])) != 0; };
    for (std::size_t i = 0; i + 2 < text.size(); ++i) {
        const bool begins = text[i] == 'E' && (i == 0 || !letter(i - 1));
        if (begins && digit(i + 1) && digit(i + 2) && !digit(i + 3)) ids.emplace_back(text.substr(i, 3));
    }
    return ids;
}

std::string claims_of(Factor factor) {
    const bool legitimacy = factor == Factor::legitimacy_citizens || factor == Factor::legitimacy_government;
    std::string ids;
    for (const Claim& claim : claims()) {
        const bool named =
            claim.concerns.find(concerns_of_factor[static_cast<std::size_t>(factor)]) != std::string::npos;
        const bool both = legitimacy && claim.concerns.find("both legitimacies") != std::string::npos;
        if (named || both) ids += (ids.empty() ? "" : ", ") + claim.id;
    }
    return ids;
}

std::string claims_of_variable(std::string_view name) {
    std::string ids;
    if (const ParameterInfo* row = find_parameter(name)) {
        for (const std::string& id : claim_ids(row->source)) ids += (ids.empty() ? "" : ", ") + id;
        return ids;
    }
    const std::string_view bare = name.starts_with("binds_") ? name.substr(6) : name;
    for (std::size_t k = 0; k < factor_count; ++k)
        if (factor_word(static_cast<Factor>(k)) == bare) return claims_of(static_cast<Factor>(k));
    return ids;
}

std::string claim_words(const Claim& claim, Language language) {
    return std::string(in_language(language, in_dutch(claims_nl, claim.id), claim.words));
}

std::string remark_words(const Claim& claim, Language language) {
    return std::string(in_language(language, in_dutch(remarks_nl, claim.id), claim.remark));
}

std::string mechanism_words(const MechanismInfo& mechanism, Language language) {
    return std::string(in_language(language, in_dutch(steps_nl, mechanism.name), mechanism.meaning));
}

std::string about_words(std::string_view about, Language language) {
    std::string words(about);
    if (language == Language::en) return words;
    for (const auto& [en, nl] : abouts_nl) {
        const std::size_t at = words.find(en);
        if (at != std::string::npos) words.replace(at, en.size(), nl);
    }
    return words;
}

}  // namespace algemeente::viewer
