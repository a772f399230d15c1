import type { TrackedCase } from "@rembuk/services/cases/track-case";
import type { Locale } from "@/i18n/preferences";
import { longDate, type Zone } from "@/lib/format";
import { type Html, html } from "./plain-html";
import type { TrackingWords } from "./plain-words";

/** What the citizen wrote and what was wrong with it, when the page comes back. */
export interface ReporterAnswer {
  readonly text: string;
  readonly problem: string | null;
  /** What was just done, to be told at the top. */
  readonly said: string | null;
}
export const nothingAnswered: ReporterAnswer = { text: "", problem: null, said: null };

interface AnswerFormView {
  readonly found: TrackedCase;
  readonly zone: Zone;
  readonly language: Locale;
  readonly answered: ReporterAnswer;
  /** Made with the page, so that a second press of the button repeats nothing. */
  readonly clientActionId: string;
}

type Step = "sudah" | "belum" | "lengkapi";

/** The reporter's own say: settled or not, or what was asked for. Null when there is nothing to say. */
export function reporterAnswerForm(t: TrackingWords, view: AnswerFormView): Html | null {
  const { found } = view;
  if (found.answerToken === null) return null;
  if (found.status === "needs_info") {
    const date = longDate(found.stage.dueAt, view.zone, view.language);
    return html`<p>${t("answerForm.informLead", { date })}</p>${wordsForm(t, view, "lengkapi")}`;
  }
  const date = found.confirmBy ? longDate(found.confirmBy, view.zone, view.language) : "";
  const settled = html`<form method="post" action="${action(view.language)}">${hidden(view, "sudah")}<button type="submit">${t("answerForm.settled")}</button></form>`;
  const settledAt = found.carriedBy?.settledAt ?? null;
  const lead = settledAt ? "settledLead" : found.carriedBy ? "carriedLead" : "judgeLead";
  const said = settledAt ? longDate(settledAt, view.zone, view.language) : "";
  return html`<p>${t(`answerForm.${lead}`, { date, said })}</p>
${settledAt === null && settled}
${wordsForm(t, view, "belum")}`;
}

const action = (language: Locale): string => (language === "en" ? "/lacak?bahasa=en" : "/lacak");

const hidden = ({ found, clientActionId }: AnswerFormView, step: Step): Html =>
  html`<input type="hidden" name="langkah" value="${step}"><input type="hidden" name="bukti" value="${found.answerToken}"><input type="hidden" name="versi" value="${found.version}"><input type="hidden" name="kiriman" value="${clientActionId}">`;

function wordsForm(t: TrackingWords, view: AnswerFormView, step: "belum" | "lengkapi"): Html {
  const key = step === "belum" ? "unsettled" : "inform";
  const { problem, text } = view.answered;
  return html`<form method="post" action="${action(view.language)}" class="say">${hidden(view, step)}
<div class="field"><label for="isi">${t(`answerForm.${key}Label`)}</label><p class="hint" id="isi-h">${t(`answerForm.${key}Hint`)}</p>${problem && html`<p class="bad">${problem}</p>`}
<textarea id="isi" name="isi" rows="4" maxlength="2000" aria-describedby="isi-h"${problem && html` aria-invalid="true"`}>${text}</textarea></div>
<button type="submit"${step === "belum" && html` class="second"`}>${t(`answerForm.${key}`)}</button></form>`;
}
