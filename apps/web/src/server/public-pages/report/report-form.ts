import type { CategoryOption } from "@rembuk/services/cases/option-queries";
import type { Locale } from "@/i18n/preferences";
import { type Html, html } from "../tracking/plain-html";
import type { ReportWords, TrackingWords } from "../tracking/plain-words";
import { urgentCard } from "../tracking/urgent-card";
import {
  complained,
  type ReportEntry,
  type ReportField,
  type ReportPlace,
  relations,
} from "./report-entry";

export interface ReportView {
  readonly place: ReportPlace;
  readonly entry: ReportEntry;
  readonly language: Locale;
  /** Made with the page: a second press repeats nothing. */
  readonly proof: string;
}

export interface ReportProblem {
  /** Null when it belongs to no field. */
  readonly field: ReportField | null;
  readonly message: string;
}

const kinds = [
  "village_problem",
  "welfare_request",
  "complaint",
  "information_request",
  "aspiration",
] as const;
/** Category for what is in no list: triage sorts it. */
const OTHER = "OTHER";

/** Where the steps of a report are sent: the office in the address, what was typed in the body. */
export const reportAction = ({ place, language }: Pick<ReportView, "place" | "language">): string =>
  `/lapor?kecamatan=${place.office.subdistrictCode}${language === "en" ? "&bahasa=en" : ""}`;

/** Emergency numbers, then the whole form with what was typed and what is wrong with it. */
export function reportForm(
  t: ReportWords,
  tracking: TrackingWords,
  view: ReportView,
  problems: readonly ReportProblem[],
): Html {
  const other = view.language === "en" ? "/lapor?bahasa=en" : "/lapor";
  return html`<div class="narrow">${urgentCard(tracking)}${problems.length > 0 && summary(t, problems)}
<section class="card"><h1>${t("form.title")}</h1><p class="lead">${t("form.lead")}</p>
<form method="post" action="${reportAction(view)}"><input type="hidden" name="langkah" value="periksa"><input type="hidden" name="kiriman" value="${view.proof}">
${placeAndKind(t, view, problems)}${storyAndPerson(t, view.entry, problems)}
<p class="trap" aria-hidden="true"><label for="situs">${t("form.trap")}</label><input type="text" id="situs" name="situs" tabindex="-1" autocomplete="off"></p>
<button type="submit">${t("form.submit")}</button></form></section>
<p><a href="${other}">${t("place.other")}</a></p></div>`;
}

/** Label, hint, sentence and the control, tied together. */
function field(
  id: ReportField,
  words: { readonly label: string; readonly hint?: string },
  problems: readonly ReportProblem[],
  control: (attributes: Html) => Html,
): Html {
  const own = problems.filter((problem) => problem.field === id);
  const described = [words.hint && `${id}-h`, own.length > 0 && `${id}-e`]
    .filter(Boolean)
    .join(" ");
  const attributes = html`id="${id}" name="${id}"${described !== "" && html` aria-describedby="${described}"`}${own.length > 0 && html` aria-invalid="true"`}`;
  return html`<div class="field"><label for="${id}">${words.label}</label>${words.hint && html`<p class="hint" id="${id}-h">${words.hint}</p>`}${own.length > 0 && html`<p class="bad" id="${id}-e">${own.map((p) => p.message)}</p>`}
${control(attributes)}</div>`;
}

const option = (value: string, label: string, chosen: string): Html =>
  html`<option value="${value}"${value === chosen && html` selected`}>${label}</option>`;

function placeAndKind(t: ReportWords, view: ReportView, problems: readonly ReportProblem[]): Html {
  const { place, entry } = view;
  const villages = place.villages.map((one) => option(one.code, one.name, entry.villageCode));
  return html`${field(
    "desa",
    { label: t("form.village"), hint: place.office.name },
    problems,
    (a) =>
      html`<select ${a}><option value="">${t("form.chooseVillage")}</option>${villages}</select>`,
  )}${field(
    "jenis",
    { label: t("form.category") },
    problems,
    (a) =>
      html`<select ${a}><option value="">${t("form.chooseCategory")}</option>${categoryGroups(t, place.categories, entry.categoryCode)}</select>`,
  )}`;
}

/** The desk's eleven first, then the rest by kind, what is in no list last. */
function categoryGroups(
  t: ReportWords,
  categories: readonly CategoryOption[],
  chosen: string,
): readonly (Html | null)[] {
  const named = (c: CategoryOption) =>
    option(
      c.code,
      c.isAlwaysEmergency ? t("form.urgentCategory", { name: c.name }) : c.name,
      chosen,
    );
  const group = (label: string, own: readonly CategoryOption[]) =>
    own.length === 0 ? null : html`<optgroup label="${label}">${own.map(named)}</optgroup>`;
  const isDesk = (c: CategoryOption) => c.deskOrder !== null && !c.isAlwaysEmergency;
  const desk = categories.filter(isDesk).sort((a, b) => (a.deskOrder ?? 0) - (b.deskOrder ?? 0));
  const rest = categories.filter((c) => !isDesk(c) && c.code !== OTHER);
  return [
    group(t("form.deskGroup"), desk),
    ...kinds.map((kind) =>
      group(
        t(`kinds.${kind}`),
        rest.filter((c) => c.kind === kind),
      ),
    ),
    group(
      t("form.otherGroup"),
      categories.filter((c) => c.code === OTHER),
    ),
  ];
}

function storyAndPerson(
  t: ReportWords,
  entry: ReportEntry,
  problems: readonly ReportProblem[],
): Html {
  const told = relations.map((one) => option(one, t(`relation.${one}`), entry.relation));
  const about = complained.map((one) => option(one, t(`about.${one}`), entry.about));
  return html`${field(
    "cerita",
    { label: t("form.story"), hint: t("form.storyHint") },
    problems,
    (a) => html`<textarea ${a} rows="6" maxlength="4000">
${entry.story}</textarea>`,
  )}
<div class="field"><label for="terlapor">${t("form.about")}</label><p class="hint" id="terlapor-h">${t("form.aboutHint")}</p><select id="terlapor" name="terlapor" aria-describedby="terlapor-h">${about}</select></div>
<div class="field"><label for="untuk">${t("form.for")}</label><select id="untuk" name="untuk">${told}</select></div>
${field(
  "nama",
  { label: t("form.name"), hint: t("form.nameHint") },
  problems,
  (a) => html`<input type="text" ${a} value="${entry.name}" maxlength="120" autocomplete="name">`,
)}<label class="choice"><input type="checkbox" name="anonim" value="ya"${entry.anonymous && html` checked`}> <span>${t("form.anonymous")}</span></label>
${field(
  "telepon",
  { label: t("form.phone"), hint: t("form.phoneHint") },
  problems,
  (a) =>
    html`<input type="text" class="mono" ${a} value="${entry.phone}" maxlength="24" inputmode="tel" autocomplete="tel">`,
)}`;
}

function summary(t: ReportWords, problems: readonly ReportProblem[]): Html {
  const items = problems.map(
    (p) => html`<li>${p.field ? html`<a href="#${p.field}">${p.message}</a>` : p.message}</li>`,
  );
  return html`<div class="errors" role="alert"><h2>${t("problem.title")}</h2><ul>${items}</ul></div>`;
}
