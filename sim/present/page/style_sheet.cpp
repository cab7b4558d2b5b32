// The style sheet of pages: for the screen, and for A4.
#include "present/charts/palette.h"
#include "present/page/page.h"

#include <utility>

namespace algemeente::present {

namespace {

constexpr std::pair<std::string_view, Ink> colours[] = {
    {"paper", Ink::background},
    {"ink", Ink::text},
    {"soft", Ink::soft_text},
    {"line", Ink::border},
    {"panel", Ink::panel},
    {"social", Ink::social},
    {"physical", Ink::physical},
    {"social-ink", Ink::social_letters},
    {"physical-ink", Ink::physical_letters},
};

constexpr std::string_view rules = R"(
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink);
       font: 16px/1.55 Inter, "Segoe UI", "Helvetica Neue", Arial, "DejaVu Sans", sans-serif;
       font-variant-numeric: tabular-nums; }
main { max-width: 908px; margin: 0 auto; padding: 40px 24px 56px; }
.kicker { max-width: none; color: var(--soft); font-size: 13px; letter-spacing: .04em; margin: 0 0 6px; }
h1 { font-size: 36px; line-height: 1.15; letter-spacing: -.015em; margin: 0 0 14px; }
h2 { font-size: 22px; line-height: 1.25; letter-spacing: -.01em; margin: 52px 0 6px; }
h3 { font-size: 16px; margin: 26px 0 6px; }
p { margin: 8px 0 12px; max-width: 46em; }
ul { margin: 6px 0 12px; padding-left: 20px; }
li { margin: 3px 0; max-width: 50em; }
.question { font-size: 20px; line-height: 1.4; color: var(--soft); margin: 0 0 14px; }
.purpose { background: var(--panel); border-left: 4px solid var(--ink); padding: 12px 18px; margin: 22px 0; }
.purpose p { margin: 4px 0; max-width: none; }
.chip { display: inline-block; min-width: 1.5em; padding: 0 .35em; border-radius: 4px; background: var(--ink);
        color: var(--paper); font-weight: 600; font-size: .85em; line-height: 1.6; text-align: center; text-indent: 0; }
.scenarios { list-style: none; padding: 0; }
.scenarios li { margin: 10px 0; padding-left: 32px; text-indent: -32px; }
.social { color: var(--social-ink); font-weight: 600; }
.physical { color: var(--physical-ink); font-weight: 600; }
.cards { display: grid; grid-template-columns: repeat(3, 1fr); gap: 16px; margin: 14px 0 18px; }
.card { border: 1px solid var(--line); border-top: 4px solid var(--ink); border-radius: 4px; padding: 10px 16px 12px; }
.card.of-social { border-top-color: var(--social); }
.card.of-physical { border-top-color: var(--physical); }
.card b { display: block; font-size: 34px; line-height: 1.2; letter-spacing: -.02em; }
.card span { display: block; font-size: 13.5px; line-height: 1.4; color: var(--soft); }
.card .name { color: var(--ink); font-weight: 600; }
figure { margin: 16px 0 22px; }
figcaption { color: var(--soft); font-size: 13px; line-height: 1.45; margin-top: 6px; max-width: 64em; }
.columns-1 { display: grid; gap: 18px; }
.columns-2 { display: grid; grid-template-columns: 1fr 1fr; gap: 16px 20px; }
.columns-3 { display: grid; grid-template-columns: 1fr 1fr 1fr; gap: 16px 16px; }
svg { display: block; width: 100%; height: auto; overflow: visible; }
table { border-collapse: collapse; width: 100%; font-size: 13px; line-height: 1.4; margin: 12px 0 18px; }
th { text-align: left; font-weight: 600; color: var(--soft); border-bottom: 1.5px solid var(--ink);
     padding: 4px 10px 4px 0; vertical-align: bottom; }
td { border-bottom: 1px solid var(--line); padding: 6px 10px 6px 0; vertical-align: top; }
td small { color: var(--soft); display: block; font-size: 12px; overflow-wrap: anywhere; }
td.number, th.number { text-align: right; }
td.number { white-space: nowrap; }
.ends th.number { width: 15%; }
td.number + td:not(.number), th.number + th:not(.number) { padding-left: 12px; }
.scrolls { overflow-x: auto; }
td.scenario { max-width: 15em; }
.note { color: var(--soft); font-size: 13px; line-height: 1.45; max-width: 56em; }
.against { color: var(--soft); font-size: 20px; margin: -8px 0 14px; }
tr.group td { border-bottom: 0; padding-top: 14px; font-weight: 600; }
.unsure { color: var(--soft); }
.word { display: inline-block; border: 1px solid var(--ink); border-radius: 3px; padding: 0 4px; font-size: 11px;
        line-height: 1.5; text-indent: 0; }
.word.clear { background: var(--ink); color: var(--paper); }
.word.unclear { border-color: var(--line); color: var(--soft); }
ol.meaning { margin: 10px 0 14px; padding-left: 24px; font-size: 17px; line-height: 1.5; max-width: 46em; }
ol.meaning li { margin: 7px 0; }
ol.meaning small { color: var(--soft); font-size: 12px; }
pre { background: var(--panel); padding: 12px 16px; font-size: 13.5px; line-height: 1.5; white-space: pre-wrap;
      overflow-wrap: anywhere; border-radius: 4px; }
pre span, code { white-space: nowrap; }
code { font-size: .92em; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 3px 20px; font-size: 14px; margin: 12px 0; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
details { border-top: 1px solid var(--line); padding: 2px 0; }
summary { cursor: pointer; font-weight: 600; padding: 6px 0; }
.to-write { border-bottom: 1px solid var(--ink); max-width: none; margin: 14px 0; line-height: 1.6; }
.sheet td:empty { height: 2.6em; width: 18%; }
.sheet td:empty:last-child { width: 45%; }
section.sheet + section.sheet { border-top: 1px solid var(--line); margin-top: 48px; padding-top: 24px; }
footer { border-top: 1px solid var(--line); margin-top: 48px; padding-top: 12px; color: var(--soft); font-size: 13px; }
@media (max-width: 640px) {
  .cards, .columns-2, .columns-3 { grid-template-columns: 1fr; }
  h1 { font-size: 28px; }
}
@page { size: A4; margin: 15mm 14mm; }
@media print {
  body { font-size: 10.5pt; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  main { max-width: none; padding: 0; }
  h1 { font-size: 22pt; }
  h2 { font-size: 14pt; margin-top: 24pt; }
  h2, h3, .lead, tr.group { break-after: avoid; }
  figure > div > *, .card, .purpose, .scenarios li, .meaning li, .note, tr, pre, dl { break-inside: avoid; }
  figcaption { break-before: avoid; break-inside: avoid; }
  p, li { orphans: 3; widows: 3; }
  table { font-size: 9pt; }
  .scrolls { overflow-x: visible; }
  .wide table { font-size: 6.5pt; }
  .wide th, .wide td { padding: 3px 5px 3px 0; hyphens: auto; }
  .widest table { font-size: 5.5pt; }
  .widest th, .widest td { padding: 3px 3px 3px 0; overflow-wrap: anywhere; }
  thead { display: table-header-group; }
  .one-page { font-size: 8.2pt; line-height: 1.26; }
  .one-page h1 { font-size: 16pt; margin: 0 0 4pt; }
  .one-page h2 { font-size: 10pt; margin: 6pt 0 1pt; }
  .one-page p, .one-page ul, .one-page table { margin: 1pt 0 3pt; max-width: none; }
  .one-page li { margin: 0; max-width: none; }
  .one-page table { font-size: 7.5pt; line-height: 1.22; }
  .one-page th, .one-page td { padding: 1.5pt 8pt 1.5pt 0; }
  .one-page td:first-child { width: 22%; }
  .one-page td small, .one-page .note { font-size: 7.3pt; line-height: 1.2; }
  .one-page + footer { font-size: 7.4pt; margin-top: 5pt; padding-top: 3pt; }
  section.sheet + section.sheet { break-before: page; border-top: 0; margin-top: 0; padding-top: 0; }
}
)";

}  // namespace

std::string page_style_sheet() {
    std::string sheet = "\n:root {";
    for (const auto& [name, ink] : colours)
        sheet += " --" + std::string(name) + ": " + hex_of(colour_of(ink, Theme::light)) + ";";
    return sheet + " }" + std::string(rules);
}

}  // namespace algemeente::present
