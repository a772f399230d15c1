import type { TrackedCase } from "@rembuk/services/cases/track-case";
import type { Locale } from "@/i18n/preferences";
import { longDate, longDateTime, type Zone } from "@/lib/format";
import { type Html, html } from "./plain-html";
import type { TrackingWords } from "./plain-words";

const SLATS = [
  [0, 0, 9, 4],
  [10, 0, 4, 9],
  [5, 10, 9, 4],
  [0, 5, 4, 9],
] as const;

/** The pinwheel with so many slats laid; five means that the table is full too. */
function pinwheel(laid: number): Html {
  const slats = SLATS.map(
    ([x, y, width, height], at) =>
      html`<rect class="slat${at < laid ? " on" : ""}" x="${x}" y="${y}" width="${width}" height="${height}" rx=".6"/>`,
  );
  return html`<svg width="20" height="20" viewBox="0 0 14 14" aria-hidden="true">${slats}${laid > 4 && html`<rect class="slat on" x="5" y="5" width="4" height="4"/>`}</svg>`;
}

const STEPS = ["received", "checked", "handed", "followUp", "done"] as const;

/** Receipt, check, handing over, follow-up, settled: what happened when, and what is still to come. */
export function trackedJourney(
  t: TrackingWords,
  found: TrackedCase,
  zone: Zone,
  language: Locale,
): Html {
  const { steps } = found;
  const dates = [
    steps.receivedAt,
    steps.triagedAt,
    steps.routedAt,
    steps.followUpAt,
    steps.resolvedAt,
  ];
  const current = dates.findLastIndex((date) => date !== null);
  const items = STEPS.map((step, at) => {
    const date = at <= current ? dates[at] : null;
    const state = at < current ? "past" : at === current ? "now" : "future";
    const isNow = state === "now" && found.closedAt === null;
    const text =
      step === "handed" && date && found.holderKind !== "desk" && found.holderName
        ? t("journey.handedTo", { holder: found.holderName })
        : t(`journey.${step}.text`);
    return html`<li class="step ${state}"${isNow && html` aria-current="step"`}>${pinwheel(state === "future" ? 0 : at + 1)}<div><p>${t(`journey.${step}.title`)}${isNow && html`<span class="chip">${t("journey.now")}</span>`}</p><p class="quiet">${text}</p>${date && html`<p class="quiet small">${at === 0 ? longDateTime(date, zone, language) : longDate(date, zone, language)}</p>`}</div></li>`;
  });
  return html`<section class="card"><h2>${t("journey.title")}</h2><ol>${items}</ol></section>`;
}
