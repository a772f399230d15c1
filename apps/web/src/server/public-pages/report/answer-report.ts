import "server-only";
import { isDomainError } from "@rembuk/domain/kernel/errors";
import { listOffices, listVillages } from "@rembuk/services/areas/queries";
import { listPublicCategories } from "@rembuk/services/cases/option-queries";
import { reportAsCitizen } from "@rembuk/services/cases/report-as-citizen";
import { env } from "@/env";
import { errorFields, log } from "@/server/log";
import { isOwnOrigin } from "@/server/origin-check";
import { publicContext } from "@/server/service-context";
import { countReport } from "../tracking/guess-limits";
import type { Html } from "../tracking/plain-html";
import { plainAnswer, plainPage, postedForm } from "../tracking/plain-page";
import { shell, type Visit, visit } from "../tracking/plain-visit";
import { type ReportWords, reportWords } from "../tracking/plain-words";
import { type FormProof, formProof, readFormProof } from "./form-proof";
import { placeForm } from "./place-form";
import { reportCheck } from "./report-check";
import { reportDone } from "./report-done";
import {
  emptyReport,
  type ReportEntry,
  type ReportPlace,
  readReport,
  reportCommand,
  reportProblems,
} from "./report-entry";
import { type ReportProblem, type ReportView, reportForm } from "./report-form";
import { reportUnavailable } from "./report-unavailable";

interface ReportVisit extends Visit {
  readonly words: ReportWords;
}

const arrive = (request: Request): ReportVisit => {
  const from = visit(request);
  return { ...from, words: reportWords(from.language) };
};

/** @param other where the same page stands in the other language; null after something was typed */
function answer(from: ReportVisit, main: Html, status: number, other: string | null): Response {
  const frame = shell(from, from.words("everywhere"));
  const page = plainPage({
    ...frame,
    title: from.words("title"),
    other: frame.other && other !== null ? { ...frame.other, href: other } : null,
    main,
  });
  return plainAnswer(page, status);
}

const otherLanguage = (from: ReportVisit, office: string | null): string => {
  const language = from.language === "id" ? "en" : "id";
  return office === null
    ? `/lapor?bahasa=${language}`
    : `/lapor?kecamatan=${office}&bahasa=${language}`;
};

/** The kecamatan of the address, with its villages; null when no office of this installation has it. */
async function placeOf(request: Request): Promise<ReportPlace | null> {
  const code = new URL(request.url).searchParams.get("kecamatan") ?? "";
  const context = publicContext();
  const office = (await listOffices(context.db, "")).find((o) => o.subdistrictCode === code);
  if (!office) return null;
  const [villages, categories] = await Promise.all([
    listVillages(context.db, code),
    listPublicCategories(context, code),
  ]);
  return { office, villages, categories };
}

const freshProof = (): string => {
  const context = publicContext();
  return formProof(env().AUTH_SECRET, context.newId(), context.now());
};

/** The server cannot even show the form: what was typed waits in the page for the next try. */
async function unavailable(from: ReportVisit, request: Request, error: unknown): Promise<Response> {
  log.error(errorFields(error), "report page failed");
  const field = request.method === "POST" ? await postedForm(request) : null;
  const { pathname, search } = new URL(request.url);
  const typed = field && { entry: readReport(field), proof: field("kiriman") };
  const main = reportUnavailable(from.words, from.t, `${pathname}${search}`, typed);
  return answer(from, main, 503, null);
}

async function choosePlace(from: ReportVisit, isUnknown: boolean): Promise<Response> {
  const offices = await listOffices(publicContext().db, "");
  const main = placeForm(from.words, from.t, offices, { language: from.language, isUnknown });
  return answer(from, main, isUnknown ? 404 : 200, otherLanguage(from, null));
}

/** GET /lapor: which office, then its form. Nothing that was typed stands in the address. */
export async function reportPage(request: Request): Promise<Response> {
  const from = arrive(request);
  try {
    const place = await placeOf(request);
    if (!place) return await choosePlace(from, new URL(request.url).searchParams.has("kecamatan"));
    const { language } = from;
    const view = { place, language, entry: emptyReport, proof: freshProof() };
    const other = otherLanguage(from, place.office.subdistrictCode);
    return answer(from, reportForm(from.words, from.t, view, []), 200, other);
  } catch (error) {
    return unavailable(from, request, error);
  }
}

type ProblemKey = Exclude<Parameters<ReportWords>[0] & `problem.${string}`, "problem.title">;

/** The form again, with what was typed and what stands in the way. */
function backToForm(
  from: ReportVisit,
  view: ReportView,
  status: number,
  problems: readonly ReportProblem[],
): Response {
  return answer(from, reportForm(from.words, from.t, view, problems), status, null);
}

const general = (from: ReportVisit, key: ProblemKey, values = {}): readonly ReportProblem[] => [
  { field: null, message: from.words(key, values) },
];

/** POST /lapor: check, change or send. */
export async function reportByForm(request: Request): Promise<Response> {
  const from = arrive(request);
  const untouched = request.clone();
  try {
    const place = await placeOf(request);
    if (!place) return await choosePlace(from, true);
    const field = await postedForm(request);
    const entry = readReport(field);
    const { AUTH_SECRET, PUBLIC_URL } = env();
    const proof = readFormProof(AUTH_SECRET, field("kiriman"), publicContext().now());
    const kept = proof.state === "fine" || proof.state === "fast" ? field("kiriman") : freshProof();
    const view: ReportView = { place, entry, language: from.language, proof: kept };
    if (!isOwnOrigin(request.headers, PUBLIC_URL))
      return backToForm(from, view, 403, general(from, "problem.origin"));
    if (field("situs") !== "") return backToForm(from, view, 422, general(from, "problem.trap"));
    if (field("langkah") === "ubah") return backToForm(from, view, 200, []);
    const wrong = reportProblems(entry, place);
    if (wrong.length > 0) {
      const problems = wrong.map((one) => ({ field: one, message: from.words(`problem.${one}`) }));
      return backToForm(from, view, 422, problems);
    }
    if (field("langkah") !== "kirim")
      return answer(from, reportCheck(from.words, from.t, view), 200, null);
    return await send(from, view, proof);
  } catch (error) {
    return unavailable(from, untouched, error);
  }
}

async function send(from: ReportVisit, view: ReportView, proof: FormProof): Promise<Response> {
  if (proof.state === "fast") return backToForm(from, view, 422, general(from, "problem.fast"));
  if (proof.state !== "fine") return backToForm(from, view, 422, general(from, "problem.stale"));
  try {
    const { waitSeconds } = await countReport(from.address);
    if (waitSeconds > 0) {
      const minutes = Math.ceil(waitSeconds / 60);
      return backToForm(from, view, 429, general(from, "problem.limited", { minutes }));
    }
    return await received(from, view.place, view.entry, proof.clientActionId);
  } catch (error) {
    if (isDomainError(error) && error.kind === "conflict") {
      const anew = { ...view, proof: freshProof() };
      return backToForm(from, anew, 409, general(from, "problem.reused"));
    }
    log.error(errorFields(error), "report of a citizen failed");
    return backToForm(from, view, 503, general(from, "problem.unavailable"));
  }
}

async function received(
  from: ReportVisit,
  place: ReportPlace,
  entry: ReportEntry,
  clientActionId: string,
): Promise<Response> {
  const relation = reportWords("id")(`relation.${entry.relation}`);
  const command = reportCommand(entry, clientActionId, relation);
  const receipt = await reportAsCitizen(publicContext(), command);
  const category = place.categories.find(({ code }) => code === entry.categoryCode);
  const main = reportDone(from.words, {
    number: receipt.number,
    code: receipt.code ?? "",
    pin: receipt.pin ?? "",
    officeName: place.office.name,
    isSupervisory: category?.isSupervisory ?? false,
    publicUrl: env().PUBLIC_URL,
    language: from.language,
  });
  return answer(from, main, 200, null);
}
