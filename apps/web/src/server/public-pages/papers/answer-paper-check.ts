import "server-only";
import { type CheckedPaper, checkPaper } from "@rembuk/services/reports/check-paper";
import type { Locale } from "@/i18n/preferences";
import { longDateTime, type Zone } from "@/lib/format";
import { publicContext } from "@/server/service-context";
import { type Html, html } from "../tracking/plain-html";
import { plainAnswer, plainPage } from "../tracking/plain-page";
import { shell, visit } from "../tracking/plain-visit";
import { type PaperWords, paperWords } from "../tracking/plain-words";
import { noSoonerThan } from "../tracking/same-time";

const found = (t: PaperWords, paper: CheckedPaper, language: Locale): Html => {
  const made = longDateTime(paper.madeAt, paper.zone as Zone, language);
  const counts = paper.facts
    ? html`<dt>${t("counts")}</dt><dd>${t("countsOf", paper.facts)}</dd>`
    : null;
  return html`<section class="card"><h1>${t("known")}</h1><p class="lead">${t("knownLead")}</p>
<dl class="pair"><dt>${t("number")}</dt><dd class="mono">${paper.number}</dd><dt>${t("kind")}</dt><dd>${t(`kinds.${paper.kind}`)}</dd><dt>${t("place")}</dt><dd>${paper.placeName}</dd><dt>${t("made")}</dt><dd>${made}</dd>${counts}</dl></section>`;
};

const unknown = (t: PaperWords): Html =>
  html`<section class="card"><h1>${t("unknown")}</h1><p class="lead">${t("unknownLead")}</p></section>`;

/** Is this paper Rembuk's? Known and unknown numbers are answered after the same time. */
export async function answerPaperCheck(request: Request, number: string): Promise<Response> {
  const from = visit(request);
  const t = paperWords(from.language);
  const paper = await noSoonerThan(() => checkPaper(publicContext(), number.slice(0, 40)));
  const main = html`<div class="narrow">${paper ? found(t, paper, from.language) : unknown(t)}</div>`;
  const page = { ...shell(from, t("subtitle")), title: t("title"), main };
  return plainAnswer(plainPage(page), paper ? 200 : 404);
}
