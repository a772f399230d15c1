import { longDate } from "@/lib/format";
import { type Html, html } from "@/server/public-pages/tracking/plain-html";
import type { AnswerLinkWords } from "@/server/public-pages/tracking/plain-words";
import {
  fieldErrors,
  form,
  invalid,
  type Linked,
  type LinkView,
  summary,
  type TypedAnswer,
} from "./link-pages";

export type LinkedReferral = Extract<Linked, { opens: "referral" }>;
type ReferralView = LinkView<LinkedReferral>;

/** One referral with the acts that its state allows; nothing else of its case. */
export function linkedReferral(t: AnswerLinkWords, view: ReferralView): Html {
  const { linked, problems, said } = view;
  const acts =
    linked.status === "sent"
      ? html`${acceptForm(t, view)}${wordsForm(t, view, decline)}`
      : html`${milestoneForm(t, view)}${wordsForm(t, view, finish)}${wordsForm(t, view, fail)}`;
  return html`<div class="narrow">${said && html`<p class="said" role="status">${said}</p>`}${summary(t, problems)}${referralCard(t, view)}${acts}</div>`;
}

const isStanding = (status: string): status is "sent" | "accepted" | "in_progress" =>
  ["sent", "accepted", "in_progress"].includes(status);

function referralCard(t: AnswerLinkWords, { linked, place, zone, language }: ReferralView): Html {
  const { status, milestones } = linked;
  const standing = isStanding(status) ? t(`referral.status.${status}`) : "";
  const kind = t(linked.isMandatory ? "referral.mandatory" : "referral.supporting");
  const steps = milestones.map(
    (one) =>
      html`<li>${one.happenedOn && html`<b>${longDate(one.happenedOn, zone, language)}</b> `}<span class="words">${one.body}</span></li>`,
  );
  return html`<section class="card"><div class="head"><span class="mono">${linked.number}</span><span>${t("case.village", { name: place.village, subdistrict: place.subdistrict })}</span></div>
<h1>${linked.title}</h1><p class="lead">${standing}. ${kind}.</p>
<h3>${t("referral.asked")}</h3><p class="words note">${linked.asked}</p>
<h3>${t("referral.due")}</h3><p>${longDate(linked.dueAt, zone, language)}</p>${steps.length > 0 && html`<h3>${t("referral.milestones")}</h3><ul>${steps}</ul>`}
<p class="small quiet field">${t("referral.privacy")}</p></section>`;
}

function acceptForm(t: AnswerLinkWords, view: ReferralView): Html {
  const button = html`<button type="submit">${t("referral.accept.submit")}</button>`;
  return html`<section class="card"><h2>${t("referral.accept.title")}</h2><p>${t("referral.accept.text")}</p>${form(view, "terima", button)}</section>`;
}

/** An act that needs words and nothing else. */
interface WordsAct {
  readonly key: "decline" | "finish" | "fail";
  readonly step: string;
  readonly field: string;
  readonly typed: keyof TypedAnswer;
  readonly isQuiet: boolean;
}
const decline: WordsAct = {
  ...{ key: "decline", step: "kembalikan", field: "alasan", typed: "reason", isQuiet: true },
};
const finish: WordsAct = {
  ...{ key: "finish", step: "selesai", field: "yang-dicapai", typed: "result", isQuiet: false },
};
const fail: WordsAct = {
  ...{ key: "fail", step: "gagal", field: "sebab", typed: "cause", isQuiet: true },
};

function wordsForm(t: AnswerLinkWords, view: ReferralView, act: WordsAct): Html {
  const { key, step, field, isQuiet } = act;
  const { problems, typed } = view;
  const body = html`<div class="field"><label for="${field}">${t(`referral.${key}.words`)}</label>${fieldErrors(problems, field)}<textarea id="${field}" name="${field}" maxlength="2000"${invalid(problems, field)}>${typed[act.typed]}</textarea></div><button type="submit"${isQuiet && html` class="second"`}>${t(`referral.${key}.submit`)}</button>`;
  return html`<section class="card"><h2>${t(`referral.${key}.title`)}</h2><p>${t(`referral.${key}.text`)}</p>${form(view, step, body)}</section>`;
}

function milestoneForm(t: AnswerLinkWords, view: ReferralView): Html {
  const { problems, typed, today } = view;
  const body = html`<div class="field"><label for="kemajuan">${t("referral.milestone.words")}</label>${fieldErrors(problems, "kemajuan")}<textarea id="kemajuan" name="kemajuan" maxlength="600"${invalid(problems, "kemajuan")}>${typed.milestone}</textarea></div>
<div class="field"><label for="tanggal">${t("referral.milestone.day")}</label>${fieldErrors(problems, "tanggal")}<input type="date" id="tanggal" name="tanggal" max="${today}" value="${typed.happenedOn || today}"${invalid(problems, "tanggal")}></div><button type="submit" class="second">${t("referral.milestone.submit")}</button>`;
  return html`<section class="card"><h2>${t("referral.milestone.title")}</h2><p>${t("referral.milestone.text")}</p>${form(view, "kemajuan", body)}</section>`;
}
