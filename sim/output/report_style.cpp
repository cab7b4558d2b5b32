#include "output/report_parts.h"

namespace algemeente {

namespace {

constexpr std::string_view style = R"(
:root { --ink: #1F2328; --soft: #57606A; --line: #D8DEE4; --panel: #F4F5F7;
        --social: #0072B2; --physical: #D55E00; --social-ink: #00578A; --physical-ink: #A84A00; }
* { box-sizing: border-box; }
body { margin: 0; background: #FFFFFF; color: var(--ink);
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
        color: #FFFFFF; font-weight: 600; font-size: .85em; line-height: 1.6; text-align: center; text-indent: 0; }
svg .chip-box { fill: var(--ink); }
svg .chip-letter { fill: #FFFFFF; font-size: 12px; font-weight: 600; }
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
.columns-2 { display: grid; grid-template-columns: 1fr 1fr; gap: 16px 20px; }
.columns-3 { display: grid; grid-template-columns: 1fr 1fr 1fr; gap: 16px 16px; }
svg { display: block; width: 100%; height: auto; overflow: visible; }
svg text { font-size: 11px; fill: var(--soft); }
svg .title { font-size: 13.5px; font-weight: 600; fill: var(--ink); }
svg .name { font-size: 12px; fill: var(--ink); }
svg .end { font-size: 12.5px; font-weight: 600; }
svg .end[fill="#00578A"], svg .tick[fill="#00578A"] { fill: #00578A; }
svg .end[fill="#A84A00"], svg .tick[fill="#A84A00"] { fill: #A84A00; }
svg .end[fill="#1F2328"] { fill: #1F2328; }
svg .small { font-size: 10.5px; }
svg .small[fill="#FFFFFF"] { fill: #FFFFFF; }
svg .small[fill="#1F2328"] { fill: #1F2328; }
svg .mark { font-size: 10.5px; }
svg .mark.strong { fill: var(--ink); }
svg .grid { stroke: #E3E7EB; stroke-width: 1; }
svg .axis { stroke: #8C959F; stroke-width: 1; }
svg .zero { stroke: var(--ink); stroke-width: 1.2; }
svg .calendar { stroke: #8C959F; stroke-width: 1; stroke-dasharray: 2 3; fill: none; }
svg .change { stroke: var(--ink); stroke-width: 1.2; fill: none; }
svg .shock { fill: var(--ink); fill-opacity: .11; }
svg .warm-up { fill: #EBEDF0; fill-opacity: .78; }
svg .median { fill: none; stroke-width: 2.2; stroke-linejoin: round; stroke-linecap: round; }
svg .gap { stroke: #B5BCC4; stroke-width: 3; fill: none; }
svg .part { stroke: #FFFFFF; stroke-width: 1; }
table { border-collapse: collapse; width: 100%; font-size: 13px; line-height: 1.4; margin: 12px 0 18px; }
th { text-align: left; font-weight: 600; color: var(--soft); border-bottom: 1.5px solid var(--ink);
     padding: 4px 10px 4px 0; vertical-align: bottom; }
td { border-bottom: 1px solid var(--line); padding: 6px 10px 6px 0; vertical-align: top; }
td small { color: var(--soft); display: block; font-size: 12px; }
td.number, th.number { text-align: right; }
td.number { white-space: nowrap; }
.ends th.number { width: 15%; }
td.number + td:not(.number), th.number + th:not(.number) { padding-left: 12px; }
td.scenario { max-width: 15em; }
.note { color: var(--soft); font-size: 13px; line-height: 1.45; max-width: 56em; }
.against { color: var(--soft); font-size: 20px; margin: -8px 0 14px; }
tr.group td { border-bottom: 0; padding-top: 14px; font-weight: 600; }
.unsure { color: var(--soft); }
.word { display: inline-block; border: 1px solid var(--ink); border-radius: 3px; padding: 0 4px; font-size: 11px;
        line-height: 1.5; text-indent: 0; }
.word.clear { background: var(--ink); color: #FFFFFF; }
.word.unclear { border-color: var(--line); color: var(--soft); }
ol.meaning { margin: 10px 0 14px; padding-left: 24px; font-size: 17px; line-height: 1.5; max-width: 46em; }
ol.meaning li { margin: 7px 0; }
ol.meaning small { color: var(--soft); font-size: 12px; }
pre { background: var(--panel); padding: 12px 16px; font-size: 13.5px; line-height: 1.5; white-space: pre-wrap;
      overflow-wrap: anywhere; border-radius: 4px; }
code { font-size: .92em; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 3px 20px; font-size: 14px; margin: 12px 0; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
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
  h2, h3, .lead { break-after: avoid; }
  figure, .card, .purpose, .scenarios li, .meaning li, .note, tr, pre, dl { break-inside: avoid; }
  p, li { orphans: 3; widows: 3; }
  table { font-size: 9pt; }
  thead { display: table-header-group; }
}
)";

}  // namespace

std::string_view report_style() {
    return style;
}

}  // namespace algemeente
