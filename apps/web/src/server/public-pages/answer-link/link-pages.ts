import { outcomes } from "@rembuk/domain/cases/model";
import type { openByLink } from "@rembuk/services/cases/answer-by-link";
import type { Locale } from "@/i18n/preferences";
import { longDate, type Zone } from "@/lib/format";
import { type Html, html } from "@/server/public-pages/tracking/plain-html";
import type { AnswerLinkWords, TrackingWords } from "@/server/public-pages/tracking/plain-words";

/** What a link opens: the assignment of a case, or one referral. */
export type Linked = Awaited<ReturnType<typeof openByLink>>;
export type LinkedCase = Extract<Linked, { opens: "assignment" }>;

export interface LinkProblem {
  /** Id of the field to go to. */
  readonly field: string;
  readonly message: string;
}

/** What somebody typed and must not lose. */
export interface TypedAnswer {
  readonly reason: string;
  readonly outcome: string;
  readonly response: string;
  readonly solution: string;
  readonly followUp: string;
  /** Of a referral: a milestone and its day ("2026-11-23"), what came of it, why it failed. */
  readonly milestone: string;
  readonly happenedOn: string;
  readonly result: string;
  readonly cause: string;
}

export const nothingTyped: TypedAnswer = {
  reason: "",
  outcome: "",
  response: "",
  solution: "",
  followUp: "",
  milestone: "",
  happenedOn: "",
  result: "",
  cause: "",
};

/** The mark of a field that something is wrong with. */
export const invalid = (problems: readonly LinkProblem[], field: string): Html | null =>
  problems.some((p) => p.field === field) ? html` aria-invalid="true"` : null;

/** What is wrong with a field, over it. */
export const fieldErrors = (problems: readonly LinkProblem[], field: string): readonly Html[] =>
  problems.filter((p) => p.field === field).map((p) => html`<p class="bad">${p.message}</p>`);

/** Everything that is wrong, with a way to each field. */
export function summary(t: AnswerLinkWords, problems: readonly LinkProblem[]): Html | null {
  if (problems.length === 0) return null;
  const items = problems.map((p) => html`<li><a href="#${p.field}">${p.message}</a></li>`);
  return html`<div class="errors" role="alert"><h2>${t("failure.title")}</h2><ul>${items}</ul></div>`;
}

/** What a GET shows, whatever the token: a field for the code, nothing of the case. */
export function codeForm(
  t: AnswerLinkWords,
  action: string,
  problems: readonly LinkProblem[],
): Html {
  return html`<div class="narrow">${summary(t, problems)}<section class="card"><h1>${t("open.title")}</h1><p class="lead">${t("open.lead")}</p>
<form method="post" action="${action}" autocomplete="off"><input type="hidden" name="langkah" value="buka">
<div class="field"><label for="kode">${t("open.code")}</label><p class="hint" id="kode-h">${t("open.codeHint")}</p>${fieldErrors(problems, "kode")}
<input type="text" class="mono pin" id="kode" name="kode" inputmode="numeric" maxlength="12" autocomplete="one-time-code" aria-describedby="kode-h"${invalid(problems, "kode")}></div>
<button type="submit">${t("open.submit")}</button></form></section><p class="small quiet">${t("open.safe")}</p></div>`;
}

export interface LinkView<Opened extends Linked = LinkedCase> {
  readonly action: string;
  readonly code: string;
  /** Once per shown form: a repeated post is answered, not repeated. */
  readonly clientActionId: string;
  readonly linked: Opened;
  readonly place: { readonly village: string; readonly subdistrict: string };
  readonly zone: Zone;
  /** "2026-11-23" on the office's wall. */
  readonly today: string;
  readonly language: Locale;
  readonly typed: TypedAnswer;
  readonly problems: readonly LinkProblem[];
  /** What was just done, in words. */
  readonly said: string | null;
}

/** The assignment with the acts that its state allows; a blocked one says why. */
export function linkedCase(t: AnswerLinkWords, states: TrackingWords, view: LinkView): Html {
  const { linked, problems, said } = view;
  const acts =
    linked.status === "assigned"
      ? html`${acceptForm(t, view)}${declineForm(t, view)}<section class="card"><h2>${t("resolve.title")}</h2><p class="quiet">${t("resolve.blocked")}</p></section>`
      : linked.status === "in_progress"
        ? resolveForm(t, states, view)
        : html`<section class="card"><p>${t("nothing")}</p></section>`;
  return html`<div class="narrow">${said && html`<p class="said" role="status">${said}</p>`}${summary(t, problems)}${caseCard(t, states, view)}${acts}</div>`;
}

/** After an answer that closes the link's work: the words, nothing more of the case. */
export const farewell = (said: string): Html =>
  html`<div class="narrow"><p class="said" role="status">${said}</p></div>`;

function caseCard(t: AnswerLinkWords, states: TrackingWords, view: LinkView): Html {
  const { linked, place, zone, language } = view;
  const date = (at: Date) => longDate(at, zone, language);
  return html`<section class="card"><div class="head"><span class="mono">${linked.number}</span><span>${t("case.village", { name: place.village, subdistrict: place.subdistrict })}</span></div>
<h1>${linked.title}</h1><p class="lead">${states(`status.${linked.status}`)}</p>
<h3>${t("case.dueStage")}</h3><p>${date(linked.stageDueAt)}</p><h3>${t("case.dueTotal")}</h3><p>${date(linked.totalDueAt)}</p>
<h3>${t("case.story")}</h3><p class="words">${linked.description}</p>${linked.instruction && html`<h3>${t("case.instruction")}</h3><p class="words note">${linked.instruction}</p>`}
<p class="small quiet field">${t("case.privacy")}</p></section>`;
}

/** The proof travels in the body of each post, never in an address. */
const hidden = (view: LinkView<Linked>, step: string): Html =>
  html`<input type="hidden" name="langkah" value="${step}"><input type="hidden" name="kode" value="${view.code}"><input type="hidden" name="versi" value="${view.linked.version}"><input type="hidden" name="tindakan" value="${view.clientActionId}">`;

/** One act of the page, with its proof. */
export const form = (view: LinkView<Linked>, step: string, body: Html): Html =>
  html`<form method="post" action="${view.action}" autocomplete="off">${hidden(view, step)}${body}</form>`;

function acceptForm(t: AnswerLinkWords, view: LinkView): Html {
  const button = html`<button type="submit">${t("accept.submit")}</button>`;
  return html`<section class="card"><h2>${t("accept.title")}</h2><p>${t("accept.text")}</p>${form(view, "terima", button)}</section>`;
}

function declineForm(t: AnswerLinkWords, view: LinkView): Html {
  const { problems, typed } = view;
  const body = html`<div class="field"><label for="alasan">${t("decline.reason")}</label>${fieldErrors(problems, "alasan")}<textarea id="alasan" name="alasan" maxlength="2000"${invalid(problems, "alasan")}>${typed.reason}</textarea></div><button type="submit" class="second">${t("decline.submit")}</button>`;
  return html`<section class="card"><h2>${t("decline.title")}</h2><p>${t("decline.text")}</p>${form(view, "kembalikan", body)}</section>`;
}

const answerFields = [
  ["tanggapan", "response"],
  ["solusi", "solution"],
  ["tindak-lanjut", "followUp"],
] as const;

function resolveForm(t: AnswerLinkWords, states: TrackingWords, view: LinkView): Html {
  const { problems, typed } = view;
  const options = outcomes.map(
    (outcome) =>
      html`<option value="${outcome}"${outcome === typed.outcome && html` selected`}>${states(`outcome.${outcome}`)}</option>`,
  );
  const fields = answerFields.map(
    ([name, key]) =>
      html`<div class="field"><label for="${name}">${t(`resolve.${key}`)}</label><p class="hint">${t(`resolve.${key}Hint`)}</p>${fieldErrors(problems, name)}<textarea id="${name}" name="${name}" maxlength="4000"${invalid(problems, name)}>${typed[key]}</textarea></div>`,
  );
  const body = html`<div class="field"><label for="hasil">${t("resolve.outcome")}</label>${fieldErrors(problems, "hasil")}<select id="hasil" name="hasil"${invalid(problems, "hasil")}><option value="">${t("resolve.choose")}</option>${options}</select></div>${fields}<button type="submit">${t("resolve.submit")}</button>`;
  return html`<section class="card"><h2>${t("resolve.title")}</h2>${form(view, "jawab", body)}</section>`;
}
