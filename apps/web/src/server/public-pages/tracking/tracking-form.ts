import type { Locale } from "@/i18n/preferences";
import { type Html, html } from "./plain-html";
import type { TrackingWords } from "./plain-words";
import { urgentCard } from "./urgent-card";

export interface TrackingProblem {
  /** Id of the field to go to. */
  readonly field: "nomor" | "pin";
  readonly message: string;
}

/** The path in the language that is being read. */
export const inLanguage = (path: string, language: Locale): string =>
  language === "en" ? `${path}?bahasa=en` : path;

/** Number and PIN, with the errors of the last try. */
export function trackingForm(
  t: TrackingWords,
  language: Locale,
  typed: { readonly number: string },
  problems: readonly TrackingProblem[],
): Html {
  const own = (field: TrackingProblem["field"]) => problems.filter((p) => p.field === field);
  return html`<div class="narrow">${problems.length > 0 && summary(t, problems)}
<section class="card"><h1>${t("form.title")}</h1><p class="lead">${t("form.lead")}</p>
<form method="post" action="${inLanguage("/lacak", language)}">
<div class="field"><label for="nomor">${t("form.number")}</label><p class="hint" id="nomor-h">${t("form.numberHint")}</p>${own("nomor").map(fieldError)}
<input type="text" class="mono" id="nomor" name="nomor" value="${typed.number}" maxlength="40" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="nomor-h"${invalid(own("nomor"))}></div>
<div class="field"><label for="pin">${t("form.pin")}</label><p class="hint" id="pin-h">${t("form.pinHint")}</p>${own("pin").map(fieldError)}
<input type="text" class="mono pin" id="pin" name="pin" inputmode="numeric" maxlength="12" autocomplete="off" aria-describedby="pin-h"${invalid(own("pin"))}></div>
<button type="submit">${t("form.submit")}</button></form></section>
<p class="small quiet">${t("form.lost")}</p>
<p><a href="${inLanguage("/lapor", language)}">${t("form.report")}</a></p>
${urgentCard(t)}</div>`;
}

const invalid = (problems: readonly unknown[]): Html | null =>
  problems.length > 0 ? html` aria-invalid="true"` : null;

const fieldError = (problem: TrackingProblem): Html => html`<p class="bad">${problem.message}</p>`;

function summary(t: TrackingWords, problems: readonly TrackingProblem[]): Html {
  const items = problems.map((p) => html`<li><a href="#${p.field}">${p.message}</a></li>`);
  return html`<div class="errors" role="alert"><h2>${t("failure.title")}</h2><ul>${items}</ul></div>`;
}
