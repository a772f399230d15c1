import type { WorkingCalendar } from "@rembuk/domain/calendars/model";
import { followAid, type TrackedAid } from "@rembuk/domain/trips/tracked-aid";
import type { TrackedCase } from "@rembuk/services/cases/track-case";
import type { Locale } from "@/i18n/preferences";
import { dayOf, longDate, shortDate, type Zone } from "@/lib/format";
import { bandDrawing, firstWorkingDay } from "./band-drawing";
import { type Html, html, trusted } from "./plain-html";
import { sentence, type TrackingWords } from "./plain-words";
import { type ReporterAnswer, reporterAnswerForm } from "./reporter-answer";
import { trackedJourney } from "./tracked-journey";

export interface TrackedView {
  readonly found: TrackedCase;
  readonly calendar: WorkingCalendar;
  readonly now: Date;
  readonly language: Locale;
  readonly answered: ReporterAnswer;
  readonly clientActionId: string;
}

/** Characters of notes that a page of 40 KB bears beside the longest answer. */
const NOTES_ROOM = 9_000;

const zoneOf = (view: TrackedView): Zone => view.calendar.zone;
const isSettled = (found: TrackedCase): boolean =>
  found.steps.resolvedAt !== null || found.closedAt !== null;

/** Everything that a citizen may know of one report: whose turn it is, both clocks, the answer. */
export function trackedCase(t: TrackingWords, view: TrackedView): Html {
  const { found } = view;
  const { said, problem } = view.answered;
  const told = said && html`<p class="said" role="status">${said}</p>`;
  const lost =
    problem && found.answerToken === null && html`<p class="errors" role="alert">${problem}</p>`;
  return html`<div class="grid"><div class="stack">${told}${lost}
${stateCard(t, view)}${found.resortToldAt && resortCard(t, found)}${found.answer && answerCard(t, found)}${aidCard(t, view)}${notesCard(t, view)}
${trackedJourney(t, found, zoneOf(view), view.language)}</div>
<aside class="stack">${actCard(t, view)}${askCard(t, found)}
<p class="small quiet">${t("privacy")}</p><p><a href="/lacak${view.language === "en" && "?bahasa=en"}">${t("another")}</a></p></aside></div>`;
}

function stateCard(t: TrackingWords, view: TrackedView): Html {
  const { found } = view;
  return html`<section class="card"><div class="head"><span class="mono">${found.number}</span>${found.maskedReporter && html`<span>${t("reporter", { name: found.maskedReporter })}</span>`}</div>
<h1>${t(`status.${found.status}`)}</h1><p class="lead">${whoAndWhen(t, view)}</p>${found.categoryName !== "" && html`<p class="small quiet">${t("kind", { name: found.categoryName })}</p>`}${clockBox(t, view)}</section>`;
}

/** Who holds it, then both clocks, each in a sentence. */
function whoAndWhen(t: TrackingWords, view: TrackedView): Html {
  const { found, language } = view;
  if (found.carriedBy) return carrierWords(t, view, found.carriedBy);
  if (found.holderKind === "none") return sentence(t, "holder.none");
  if (found.holderKind === "village") return sentence(t, "holder.village");
  const office = t(found.holderKind === "leaders" ? "holder.leaders" : "holder.desk");
  const holder = found.holderName ?? office;
  const { stage, total } = found;
  const parts = [sentence(t, "holder.held", { holder })];
  if (stage.state !== "stopped") {
    const date = longDate(stage.dueAt, zoneOf(view), language);
    parts.push(sentence(t, `stage.${stage.state}`, { date, days: Math.abs(stage.daysLeft) }));
  }
  if (total.state !== "stopped") {
    parts.push(sentence(t, `total.${total.state}`, { days: Math.abs(total.daysLeft) }));
  }
  return html`${parts.map((part) => html`${part} `)}`;
}

/** How the case stands that carries this report: no number, no words, no person of it. */
function carrierWords(
  t: TrackingWords,
  view: TrackedView,
  carrier: NonNullable<TrackedCase["carriedBy"]>,
): Html {
  const parts = [sentence(t, "carried.merged"), sentence(t, `carried.status.${carrier.status}`)];
  if (carrier.outcome) parts.push(sentence(t, `carried.outcome.${carrier.outcome}`));
  if (carrier.resolvedAt === null && carrier.closedAt === null) {
    const date = longDate(carrier.totalDueAt, zoneOf(view), view.language);
    parts.push(sentence(t, "carried.due", { date }));
  }
  return html`${parts.map((part) => html`${part} `)}`;
}

function clockBox(t: TrackingWords, view: TrackedView): Html {
  const { found, calendar, language } = view;
  const zone = zoneOf(view);
  const { usedDays: day, limitDays: limit, dueAt, heldDays } = found.total;
  const date = longDate(dueAt, zone, language);
  const from = shortDate(dayOf(firstWorkingDay(found.receivedAt, calendar)), zone, language);
  const readAt = found.steps.resolvedAt ?? found.closedAt ?? view.now;
  const title = isSettled(found)
    ? t(day === 0 ? "band.tookNone" : "band.took", { days: day, limit })
    : day === 0
      ? t("band.dayZero", { limit, date: from })
      : t("band.day", { day, limit });
  const due = t(found.dueIsEstimate ? "band.estimate" : "band.due", { date });
  const drawing = bandDrawing(
    { receivedAt: found.receivedAt, dueAt, readAt },
    calendar,
    t("band.label", { day, limit, date }),
  );
  return html`<div class="box"><p><b>${title}</b> <span class="quiet">${due}</span></p>${drawing}<p class="ends"><span>${from}</span><span>${shortDate(dueAt, zone, language)}</span></p>${heldDays > 0 && html`<p class="small quiet">${t("band.held", { days: heldDays })}</p>`}</div>`;
}

/** Past the last level: where else the reporter may turn. */
function resortCard(t: TrackingWords, { number }: TrackedCase): Html {
  return html`<section class="card"><h2>${t("resort.title")}</h2><p>${t("resort.text")}</p><ul><li class="note">${t("resort.lapor")}</li><li class="note">${t("resort.ombudsman")}</li></ul><p class="small quiet">${t("resort.bring", { number })}</p></section>`;
}

function answerCard(t: TrackingWords, found: TrackedCase): Html {
  const { answer, outcome } = found;
  if (!answer) return html``;
  const part = (key: "response" | "solution" | "followUp") =>
    html`<h3>${t(`answer.${key}`)}</h3><p class="words">${answer[key]}</p>`;
  return html`<section class="card"><h2>${t("answer.title")}${outcome && html`<span class="chip">${t(`outcome.${outcome}`)}</span>`}</h2>${part("response")}${part("solution")}${part("followUp")}</section>`;
}

/** What a request for welfare became, program by program; who decides stands under it. */
function aidCard(t: TrackingWords, view: TrackedView): Html | null {
  const aid = view.found.aid.map(followAid);
  if (aid.length === 0) return null;
  const items = aid.map(
    (one) =>
      html`<li class="note"><p><b>${one.program}</b> <span class="chip">${t(`aid.stage.${one.stage}`)}</span></p><p>${aidWords(t, view, one)}</p></li>`,
  );
  return html`<section class="card"><h2>${t("aid.title")}</h2><ul>${items}</ul><p class="small quiet">${t("aid.decides")}</p></section>`;
}

function aidWords(t: TrackingWords, view: TrackedView, one: TrackedAid): string {
  const { stage, tripOn, servedAt, postponed } = one;
  const on = servedAt ?? (tripOn === null ? null : dayOf(tripOn));
  const date = on === null ? "" : longDate(on, zoneOf(view), view.language);
  if (stage === "postponed") return t(`aid.postponed.${postponed ?? "road"}`);
  return t(`aid.text.${stage}`, { date });
}

/** Newest first, until the page has no room for more; the newest is always there. */
function withinRoom(notes: TrackedCase["notesForReporter"]): TrackedCase["notesForReporter"] {
  let room = NOTES_ROOM;
  return notes.filter(({ body }, at) => {
    room -= body.length;
    return at === 0 || room >= 0;
  });
}

function notesCard(t: TrackingWords, view: TrackedView): Html | null {
  const notes = withinRoom(view.found.notesForReporter);
  if (notes.length === 0) return null;
  const items = notes.map(
    (note) =>
      html`<li class="note"><p class="words">${note.body}</p><p class="small quiet">${longDate(note.createdAt, zoneOf(view), view.language)}</p></li>`,
  );
  return html`<section class="card"><h2>${t("notes")}</h2><ul>${items}</ul></section>`;
}

function actCard(t: TrackingWords, view: TrackedView): Html {
  const { found } = view;
  return html`<section class="card"><h2>${t("act.title")}</h2>${reporterAnswerForm(t, { ...view, zone: zoneOf(view) }) ?? html`<p>${whatToDo(t, view)}</p>`}${found.status === "resolved" && found.office && html`<p class="small quiet">${found.office.deskName}, ${found.office.phone}</p>`}</section>`;
}

function whatToDo(t: TrackingWords, { found }: TrackedView): string {
  return found.holderKind === "none" ? t("act.closed") : t("act.nothing");
}

const icon = (path: string): Html =>
  trusted(`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${path}</svg>`);
const place = icon(
  '<path d="M20 10c0 4.993-5.539 10.193-7.399 11.799a1 1 0 0 1-1.202 0C9.539 20.193 4 14.993 4 10a8 8 0 0 1 16 0"/><circle cx="12" cy="10" r="3"/>',
);
const phone = icon(
  '<path d="M13.832 16.568a1 1 0 0 0 1.213-.303l.355-.465A2 2 0 0 1 17 15h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2A18 18 0 0 1 2 4a2 2 0 0 1 2-2h3a2 2 0 0 1 2 2v3a2 2 0 0 1-.8 1.6l-.468.351a1 1 0 0 0-.292 1.233 14 14 0 0 0 6.392 6.384"/>',
);
const house = icon(
  '<path d="M15 21v-8a1 1 0 0 0-1-1h-4a1 1 0 0 0-1 1v8"/><path d="M3 10a2 2 0 0 1 .709-1.528l7-6a2 2 0 0 1 2.582 0l7 6A2 2 0 0 1 21 10v9a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2z"/>',
);

function askCard(t: TrackingWords, found: TrackedCase): Html {
  const { office, villageName } = found;
  return html`<section class="card"><h2>${t("ask.title")}</h2><ul class="facts">${
    office &&
    html`<li>${place}<span>${t("ask.desk", { name: office.deskName, hours: office.openingHours })}${office.address !== "" && html`<br>${office.address}`}</span></li><li>${phone}<span class="mono">${office.phone}</span></li>`
  }${villageName !== "" && html`<li>${house}<span>${t("ask.village", { name: villageName })}</span></li>`}</ul></section>`;
}
