import type { Locale } from "@/i18n/preferences";
import { qrPath } from "@/lib/qr-path";
import { type Html, html, trusted } from "../tracking/plain-html";
import type { ReportWords } from "../tracking/plain-words";
import { inLanguage } from "../tracking/tracking-form";

export interface ReportDone {
  readonly number: string;
  readonly code: string;
  readonly pin: string;
  readonly officeName: string;
  /** It went straight to the inspectorate. */
  readonly isSupervisory: boolean;
  readonly publicUrl: string;
  readonly language: Locale;
}

/** Number, PIN and QR: shown here and nowhere else. */
export function reportDone(t: ReportWords, done: ReportDone): Html {
  const { size, path } = qrPath(`${done.publicUrl}/lacak/k/${done.code}`);
  const drawing = html`<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label="${t("done.qr")}" shape-rendering="crispEdges">${trusted(`<path d="${path}" fill="#161d1c"/>`)}</svg>`;
  const address = `${done.publicUrl.replace(/^https?:\/\//, "")}/lacak`;
  const lead = done.isSupervisory
    ? t("done.leadDirect")
    : t("done.lead", { office: done.officeName });
  return html`<div class="narrow"><section class="card"><h1>${t("done.title")}</h1><p class="lead">${lead}</p>
<p class="said" role="status">${t("done.once")}</p>
<div class="slip"><p class="quiet">${t("done.number")}</p><p class="mono">${done.number}</p><p class="quiet">${t("done.pin")}</p><p class="mono">${done.pin}</p>${drawing}<p class="small">${t("done.trackHint", { address })}</p></div></section>
<p><a href="${inLanguage("/lacak", done.language)}">${t("done.track")}</a></p><p><a href="${inLanguage("/lapor", done.language)}">${t("done.again")}</a></p></div>`;
}
