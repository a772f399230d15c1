import { type Html, html } from "../tracking/plain-html";
import type { ReportWords, TrackingWords } from "../tracking/plain-words";
import { urgentCard } from "../tracking/urgent-card";
import { carried } from "./report-check";
import type { ReportView } from "./report-form";

/** Path of the same page; with what was typed, or a link alone when nothing was. */
export function reportUnavailable(
  t: ReportWords,
  tracking: TrackingWords,
  path: string,
  typed: Pick<ReportView, "entry" | "proof"> | null,
): Html {
  const again = typed
    ? html`<form method="post" action="${path}">${carried(typed)}<button type="submit" name="langkah" value="periksa">${t("problem.again")}</button></form>`
    : html`<p><a href="${path}">${t("problem.again")}</a></p>`;
  return html`<div class="narrow">${urgentCard(tracking)}<section class="card"><h1>${t("problem.unavailableTitle")}</h1><p class="lead">${t("problem.unavailable")}</p>${again}</section></div>`;
}
