import "server-only";
import { isDomainError } from "@rembuk/domain/kernel/errors";
import { officeCalendar } from "@rembuk/services/calendars/queries";
import {
  answerAsReporter,
  answerAsReporterCommand,
} from "@rembuk/services/cases/answer-as-reporter";
import {
  type TrackedCase,
  trackByCode,
  trackByNumber,
  trackByToken,
} from "@rembuk/services/cases/track-case";
import { z } from "zod";
import { env } from "@/env";
import { errorFields, log } from "@/server/log";
import { isOwnOrigin } from "@/server/origin-check";
import { publicContext } from "@/server/service-context";
import { countCodeGuess, countNumberGuess, type Guess } from "./guess-limits";
import { plainAnswer, plainPage, postedForm } from "./plain-page";
import { shell, type Visit, visit } from "./plain-visit";
import { nothingAnswered, type ReporterAnswer } from "./reporter-answer";
import { noSoonerThan } from "./same-time";
import { trackedCase } from "./tracked-case";
import { type TrackingProblem, trackingForm } from "./tracking-form";

function formAnswer(
  from: Visit,
  status: number,
  problems: readonly TrackingProblem[] = [],
  number = "",
  more?: HeadersInit,
): Response {
  const main = trackingForm(from.t, from.language, { number }, problems);
  const page = plainPage({ ...shell({ ...from, path: "/lacak" }, from.t("everywhere")), main });
  return plainAnswer(page, status, more);
}

async function foundAnswer(
  from: Visit,
  found: TrackedCase,
  answered: ReporterAnswer = nothingAnswered,
  status = 200,
): Promise<Response> {
  const context = publicContext();
  const { office } = found;
  if (!office) return formAnswer(from, 404);
  const calendar = await officeCalendar(context.db, office.subdistrictCode);
  const main = trackedCase(from.t, {
    found,
    calendar,
    now: context.now(),
    language: from.language,
    answered,
    clientActionId: context.newId(),
  });
  const subtitle = from.t("office", {
    name: office.name.replace(/^(Kecamatan|Kec\.)\s+/, ""),
    regency: office.regencyName.replace(/^Kabupaten\s+/, "Kab. "),
  });
  return plainAnswer(plainPage({ ...shell(from, subtitle), main }), status);
}

const limited = (from: Visit, { waitSeconds }: Guess, number: string): Response => {
  const message = from.t("failure.limited", { minutes: Math.ceil(waitSeconds / 60) });
  return formAnswer(from, 429, [{ field: "nomor", message }], number, {
    "retry-after": String(waitSeconds),
  });
};

/** One look-up: counted, then done; every answer takes the same time at least. */
async function lookUp(
  from: Visit,
  guess: () => Promise<Guess>,
  find: () => Promise<TrackedCase | null>,
  missed: { readonly message: string; readonly number: string },
): Promise<Response> {
  try {
    return await noSoonerThan(async () => {
      const counted = await guess();
      if (counted.waitSeconds > 0) return limited(from, counted, missed.number);
      const found = await find();
      if (!found) {
        const problem = { field: "nomor", message: missed.message } as const;
        return formAnswer(from, 404, [problem], missed.number);
      }
      await counted.forgive();
      return foundAnswer(from, found);
    });
  } catch (error) {
    log.error(errorFields(error), "tracking failed");
    const message = from.t("failure.unavailable");
    return formAnswer(from, 503, [{ field: "nomor", message }], missed.number);
  }
}

/** GET /lacak: the form. */
export const trackingPage = (request: Request): Response => formAnswer(visit(request), 200);

/** POST /lacak: number and PIN. The PIN travels in the body alone and is never written back. */
export async function trackByForm(request: Request): Promise<Response> {
  const from = visit(request);
  if (!isOwnOrigin(request.headers, env().PUBLIC_URL)) {
    return formAnswer(from, 403, [{ field: "nomor", message: from.t("failure.origin") }]);
  }
  const field = await postedForm(request);
  const step = field("langkah");
  if (isReporterStep(step)) return answerPosted({ ...from, path: "/lacak" }, step, field);
  const number = field("nomor").trim().slice(0, 40);
  const pin = field("pin").trim().slice(0, 12);
  const missing: TrackingProblem[] = [];
  if (!number) missing.push({ field: "nomor", message: from.t("failure.numberMissing") });
  if (!pin) missing.push({ field: "pin", message: from.t("failure.pinMissing") });
  if (missing.length > 0) return formAnswer(from, 422, missing, number);
  return lookUp(
    { ...from, path: "/lacak" },
    () => countNumberGuess(number, from.address),
    () => trackByNumber(publicContext(), number, pin),
    { message: from.t("failure.notFound"), number },
  );
}

const answers = { sudah: "settled", belum: "unsettled", lengkapi: "inform" } as const;
const isReporterStep = (step: string): step is keyof typeof answers => step in answers;

/** What came of an answer: the words to tell, or the problem to show beside what was written. */
async function tellAnswer(
  from: Visit,
  step: keyof typeof answers,
  field: (name: string) => string,
): Promise<ReporterAnswer> {
  const text = field("isi").trim();
  if (step !== "sudah" && text === "")
    return { text, said: null, problem: from.t("answerForm.missing") };
  const command = answerAsReporterCommand.parse({
    token: field("bukti"),
    clientActionId: field("kiriman"),
    version: Number(field("versi")),
    answer: answers[step],
    ...(step === "sudah" ? {} : { text }),
  });
  try {
    await answerAsReporter(publicContext(), command);
    return { text: "", problem: null, said: from.t(`answerForm.done.${answers[step]}`) };
  } catch (error) {
    if (!isDomainError(error) || error.kind !== "conflict") throw error;
    return { text, said: null, problem: from.t("answerForm.changed") };
  }
}

/** POST /lacak with an answer: the proof came with the page that was opened with the receipt. */
async function answerPosted(
  from: Visit,
  step: keyof typeof answers,
  field: (name: string) => string,
): Promise<Response> {
  const expired = () =>
    formAnswer(from, 404, [{ field: "nomor", message: from.t("answerForm.expired") }]);
  try {
    const counted = await countCodeGuess(from.address);
    if (counted.waitSeconds > 0) return limited(from, counted, "");
    const told = await tellAnswer(from, step, field);
    const found = await trackByToken(publicContext(), field("bukti"));
    if (!found) return expired();
    // "Sudah" of a merged report closes nothing for those who told of the same matter.
    const isKept = step === "sudah" && told.said !== null && found.carriedBy !== null;
    const answered = isKept ? { ...told, said: from.t("answerForm.done.carried") } : told;
    await counted.forgive();
    return foundAnswer(from, found, answered, answered.problem ? 422 : 200);
  } catch (error) {
    if (error instanceof z.ZodError || (isDomainError(error) && error.kind !== "unavailable"))
      return expired();
    log.error(errorFields(error), "answer of a reporter failed");
    const message = from.t("failure.unavailable");
    return formAnswer(from, 503, [{ field: "nomor", message }]);
  }
}

/** GET /lacak/k/[code]: what the QR of a receipt opens. */
export function trackByQrCode(request: Request, code: string): Promise<Response> {
  const from = visit(request);
  return lookUp(
    from,
    () => countCodeGuess(from.address),
    () => trackByCode(publicContext(), code.slice(0, 40)),
    { message: from.t("failure.codeNotFound"), number: "" },
  );
}
