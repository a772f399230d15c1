import type { OfficeSummary } from "@rembuk/services/areas/queries";
import type { Locale } from "@/i18n/preferences";
import { type Html, html } from "../tracking/plain-html";
import type { ReportWords, TrackingWords } from "../tracking/plain-words";
import { urgentCard } from "../tracking/urgent-card";

/** First question: which office. A GET, so that an office can put its own address on a poster. */
export function placeForm(
  t: ReportWords,
  tracking: TrackingWords,
  offices: readonly OfficeSummary[],
  asked: { readonly language: Locale; readonly isUnknown: boolean },
): Html {
  const choice =
    offices.length === 0 ? html`<p>${t("place.none")}</p>` : officeForm(t, offices, asked);
  return html`<div class="narrow">${urgentCard(tracking)}
<section class="card"><h1>${t("place.title")}</h1><p class="lead">${t("place.lead")}</p>${choice}</section></div>`;
}

function officeForm(
  t: ReportWords,
  offices: readonly OfficeSummary[],
  { language, isUnknown }: { readonly language: Locale; readonly isUnknown: boolean },
): Html {
  const regencies = [...new Set(offices.map((office) => office.regencyName))];
  const groups = regencies.map((regency) => {
    const own = offices.filter((office) => office.regencyName === regency);
    return html`<optgroup label="${regency}">${own.map((office) => html`<option value="${office.subdistrictCode}">${office.name}</option>`)}</optgroup>`;
  });
  return html`<form method="get" action="/lapor">${language === "en" && html`<input type="hidden" name="bahasa" value="en">`}
<div class="field"><label for="kecamatan">${t("place.label")}</label>${isUnknown && html`<p class="bad">${t("place.missing")}</p>`}
<select id="kecamatan" name="kecamatan" required><option value="">${t("place.choose")}</option>${groups}</select></div>
<button type="submit">${t("place.submit")}</button></form>`;
}
