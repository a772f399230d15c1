import "server-only";
import { toLocalDate } from "@rembuk/domain/calendars/working-days";
import { isDomainError } from "@rembuk/domain/kernel/errors";
import { findOffice, listVillages } from "@rembuk/services/areas/queries";
import { answerByLink, openByLink } from "@rembuk/services/cases/answer-by-link";
import { answerByLinkCommand } from "@rembuk/services/cases/link-commands";
import { z } from "zod";
import { env, isDemo } from "@/env";
import type { Locale } from "@/i18n/preferences";
import { clientAddress } from "@/server/auth/client-address";
import { errorFields, log } from "@/server/log";
import { isOwnOrigin } from "@/server/origin-check";
import { countLinkGuess } from "@/server/public-pages/tracking/guess-limits";
import type { Html } from "@/server/public-pages/tracking/plain-html";
import { languageOf, plainAnswer, plainPage } from "@/server/public-pages/tracking/plain-page";
import {
  type AnswerLinkWords,
  answerLinkWords,
  type TrackingWords,
  trackingWords,
} from "@/server/public-pages/tracking/plain-words";
import { noSoonerThan } from "@/server/public-pages/tracking/same-time";
import { publicContext } from "@/server/service-context";
import {
  codeForm,
  farewell,
  type LinkProblem,
  linkedCase,
  nothingTyped,
  type TypedAnswer,
} from "./link-pages";
import { missing, type Posted, postedAnswer } from "./posted-answer";
import { linkedReferral } from "./referral-pages";

interface LinkVisit {
  readonly t: AnswerLinkWords;
  readonly states: TrackingWords;
  readonly language: Locale;
  readonly nonce: string;
  readonly address: string;
  readonly token: string;
  /** Address of this page in the visitor's language. */
  readonly action: string;
}

function visit(request: Request, token: string): LinkVisit {
  const language = languageOf(request);
  const path = `/tautan/${encodeURIComponent(token)}`;
  return {
    t: answerLinkWords(language),
    states: trackingWords(language),
    language,
    nonce: request.headers.get("x-nonce") ?? crypto.randomUUID(),
    address: clientAddress(request.headers, env().TRUSTED_PROXY_HOPS),
    token,
    action: language === "en" ? `${path}?bahasa=en` : path,
  };
}

function answer(from: LinkVisit, status: number, main: Html, more?: HeadersInit): Response {
  const { t, states, language, nonce, token } = from;
  const other = language === "id" ? "en" : "id";
  const body = plainPage({
    language,
    nonce,
    title: t("title"),
    subtitle: t("subtitle"),
    demo: isDemo() ? { title: states("demoTitle"), text: states("demoText") } : null,
    other: {
      href: `/tautan/${encodeURIComponent(token)}?bahasa=${other}`,
      label: states("otherLanguage"),
    },
    main,
  });
  return plainAnswer(body, status, more);
}

const refused = (from: LinkVisit, status: number, message: string, more?: HeadersInit): Response =>
  answer(from, status, codeForm(from.t, from.action, [{ field: "kode", message }]), more);

/** GET: the same page for every token; it changes nothing and tells nothing. */
export function linkPage(request: Request, token: string): Response {
  const from = visit(request, token);
  return answer(from, 200, codeForm(from.t, from.action, []));
}

interface Shown {
  readonly typed?: TypedAnswer;
  readonly problems?: readonly LinkProblem[];
  readonly said?: string;
}

/** Opens the case with the proof of this very post, and shows it. */
async function show(from: LinkVisit, code: string, more: Shown): Promise<Response> {
  const context = publicContext();
  const linked = await openByLink(context, { token: from.token, code });
  const { subdistrictCode, villageCode } = linked;
  const [villages, office] = await Promise.all([
    listVillages(context.db, subdistrictCode),
    findOffice(context.db, subdistrictCode),
  ]);
  const village = villages.find((one) => one.code === villageCode);
  const zone = office?.zone === "WITA" || office?.zone === "WIT" ? office.zone : "WIB";
  const view = {
    action: from.action,
    code,
    clientActionId: context.newId(),
    place: {
      village: village?.name ?? villageCode,
      subdistrict: village?.within.replace(/^Kec\. /, "") ?? "",
    },
    zone,
    today: toLocalDate(context.now(), zone),
    language: from.language,
    typed: more.typed ?? nothingTyped,
    problems: more.problems ?? [],
    said: more.said ?? null,
  } as const;
  const page =
    linked.opens === "referral"
      ? linkedReferral(from.t, { ...view, linked })
      : linkedCase(from.t, from.states, { ...view, linked });
  return answer(from, more.problems?.length ? 422 : 200, page);
}

const kinds = {
  terima: "accept",
  kembalikan: "decline",
  jawab: "resolve",
  kemajuan: "milestone",
  selesai: "finish",
  gagal: "fail",
} as const;
const isAct = (step: string): step is keyof typeof kinds => Object.hasOwn(kinds, step);

/** What was written in the form of this very act. */
const wordsOf = (kind: string, typed: TypedAnswer): string => {
  if (kind === "milestone") return typed.milestone;
  return kind === "finish" ? typed.result : typed.cause;
};

/** What a refusal is to the person who fills in the form; null: the link itself is no good. */
function problemOf(from: LinkVisit, error: unknown): LinkProblem | null {
  if (!isDomainError(error)) return null;
  if (error.kind === "invalid" && error.details.field === "happenedOn")
    return { field: "tanggal", message: from.t("failure.day") };
  if (error.kind !== "conflict") return null;
  const key = error.code.endsWith("_CHANGED_MEANWHILE") ? "changed" : "notNow";
  return { field: "kode", message: from.t(`failure.${key}`) };
}

async function act(from: LinkVisit, step: keyof typeof kinds, posted: Posted): Promise<Response> {
  const { typed, code } = posted;
  const problems = missing(from.t, step, typed);
  if (problems.length > 0) return show(from, code, { typed, problems });
  const kind = kinds[step];
  const { version, clientActionId } = posted;
  const proof = { token: from.token, code, version, clientActionId };
  const words = wordsOf(kind, typed);
  const command = answerByLinkCommand.parse({ ...proof, ...typed, words, answer: kind });
  try {
    await answerByLink(publicContext(), command);
  } catch (error) {
    const problem = problemOf(from, error);
    if (problem === null) throw error;
    return show(from, code, { typed, problems: [problem] });
  }
  const said = from.t(`done.${kind}`);
  // These leave something to do; after the others the link opens nothing any more.
  return kind === "accept" || kind === "milestone"
    ? show(from, code, { said })
    : answer(from, 200, farewell(said));
}

function failed(from: LinkVisit, error: unknown): Response {
  const isRefusal =
    error instanceof z.ZodError || (isDomainError(error) && error.kind !== "unavailable");
  if (isRefusal) return refused(from, 404, from.t("failure.invalid"));
  log.error(errorFields(error), "answer by link failed");
  return refused(from, 503, from.t("failure.unavailable"));
}

/** POST: opens with the code, or accepts, returns, answers. Code and answers travel in bodies alone. */
export async function answerLink(request: Request, token: string): Promise<Response> {
  const from = visit(request, token);
  if (!isOwnOrigin(request.headers, env().PUBLIC_URL)) {
    return refused(from, 403, from.t("failure.origin"));
  }
  const { step, posted } = await postedAnswer(request);
  if (posted.code === "") return refused(from, 422, from.t("failure.codeMissing"));
  try {
    return await noSoonerThan(async () => {
      const guess = await countLinkGuess(from.address);
      if (guess.waitSeconds > 0) {
        const minutes = Math.ceil(guess.waitSeconds / 60);
        const retry = { "retry-after": String(guess.waitSeconds) };
        return refused(from, 429, from.t("failure.limited", { minutes }), retry);
      }
      const done = isAct(step) ? await act(from, step, posted) : await show(from, posted.code, {});
      await guess.forgive();
      return done;
    });
  } catch (error) {
    return failed(from, error);
  }
}
