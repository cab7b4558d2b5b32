// What a municipality has from others in one month of one run, in words: bought, joined, or ordered by law.
#include "present/words/product_names.h"
#include "text/calendar.h"
#include "viewer/views/shown.h"

#include <algorithm>

namespace algemeente::viewer {

namespace {

/// "bought from a supplier that serves 40 others", "national service; 233 others take part".
std::string origin_words(const ViewContext& context, const SuppliedMonth& use, const Product& product,
                         std::size_t municipality) {
    const ProbeResult& probe = *context.probe;
    const int month = std::min(context.view().cursor, probe.months - 1);
    const bool of_supplier = product.route == Route::market;
    const int others = of_supplier ? probe.others_served(month, municipality, use.product)
                                   : probe.other_users(month, municipality, use.product);
    const Word words = product.route == Route::market     ? Word::supplied_bought
                       : product.route == Route::national ? Word::supplied_national
                                                          : Word::supplied_joined;
    return filled(context.word(words), count_words(static_cast<std::size_t>(others), context.language()));
}

std::string since_words(const ViewContext& context, const SuppliedMonth& use) {
    if (use.since < 0) return context.word(Word::supplied_from_before);
    return filled(context.word(Word::supplied_since), std::to_string(year_of(use.since)));
}

std::string life_words(const ViewContext& context, const SuppliedMonth& use, const Product& product,
                       std::size_t municipality) {
    std::string words = use.mandated ? context.word(Word::supplied_mandated) + std::string("; ") : std::string();
    if (use.stage == Stage::in_use) {
        words += origin_words(context, use, product, municipality) + since_words(context, use);
    } else {
        const bool delivered = use.stage == Stage::implementation;
        words += filled(context.word(delivered ? Word::supplied_implemented : Word::supplied_delivered),
                        month_words(std::max<int>(0, use.since), context.language()));
    }
    if (use.struck) words += context.word(Word::supplied_struck);
    return words;
}

}  // namespace

void draw_supplied(const ViewContext& context, std::size_t municipality) {
    const ProbeResult& probe = *context.probe;
    if (probe.catalogue.empty()) return;
    const Ui& ui = context.ui;
    heading(ui, context.word(Word::supplied_title));
    note_item(ui, "supplied.title");
    const auto uses = probe.supplied_of(std::min(context.view().cursor, probe.months - 1), municipality);
    if (uses.empty()) paragraph(ui, context.word(Word::supplied_none), ui.fonts.small, Ink::soft_text);
    for (const SuppliedMonth& use : uses) {
        const Product& product = probe.catalogue.product(use.product);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        ImGui::GetWindowDrawList()->AddRectFilled({at.x, at.y + 2}, {at.x + ui.em * 0.25F, at.y + ui.em * 2.1F},
                                                  ui.colour(domain_ink(use.domain)));
        ImGui::Indent(ui.step(5));
        paragraph(ui, present::product_name(product, context.language()), ui.fonts.small_bold);
        const UseCaseInfo& kind = use_case_infos()[product.use_case];
        tip_on_hover(ui, name_of(kind.name, context.language()));
        paragraph(ui, life_words(context, use, product, municipality), ui.fonts.small, Ink::soft_text);
        note_item(ui, "supplied." + product.name);
        ImGui::Unindent(ui.step(5));
    }
}

}  // namespace algemeente::viewer
