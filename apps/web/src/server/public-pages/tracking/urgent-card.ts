import { type Html, html } from "./plain-html";
import type { TrackingWords } from "./plain-words";

/** Numbers to call instead of waiting: shown wherever a citizen may bring an emergency. */
const URGENT = ["112", "119", "110", "129"] as const;

/** The numbers, each one tap from a call. */
export const urgentCard = (t: TrackingWords): Html =>
  html`<section class="card urgent"><h2>${t("form.urgentTitle")}</h2><ul>${URGENT.map((number) => html`<li><b class="mono"><a href="tel:${number}">${number}</a></b> ${t(`urgent.${number}`)}</li>`)}<li><b>BPBD</b> ${t("urgent.bpbd")}</li></ul></section>`;
