import { outcomes } from "@rembuk/domain/cases/model";
import { z } from "zod";
import { postedForm } from "@/server/public-pages/tracking/plain-page";
import type { AnswerLinkWords } from "@/server/public-pages/tracking/plain-words";
import type { LinkProblem, TypedAnswer } from "./link-pages";

/** The fields of one post, whichever of the forms it came from. */
export interface Posted {
  readonly code: string;
  readonly version: number;
  readonly clientActionId: string;
  readonly typed: TypedAnswer;
}

/** What an act lacks, in the order of its form. */
export function missing(
  t: AnswerLinkWords,
  step: string,
  typed: TypedAnswer,
): readonly LinkProblem[] {
  const found: LinkProblem[] = [];
  const need = (field: string, isThere: boolean, message: string) => {
    if (!isThere) found.push({ field, message });
  };
  if (step === "kemajuan") {
    need("kemajuan", typed.milestone !== "", t("failure.milestone"));
    need("tanggal", z.iso.date().safeParse(typed.happenedOn).success, t("failure.day"));
  }
  if (step === "selesai") need("yang-dicapai", typed.result !== "", t("failure.result"));
  if (step === "gagal") need("sebab", typed.cause !== "", t("failure.cause"));
  if (step === "kembalikan") need("alasan", typed.reason !== "", t("failure.reason"));
  if (step === "jawab") {
    need(
      "hasil",
      outcomes.some((one) => one === typed.outcome),
      t("failure.outcome"),
    );
    need("tanggapan", typed.response !== "", t("failure.response"));
    need("solusi", typed.solution !== "", t("failure.solution"));
    need("tindak-lanjut", typed.followUp !== "", t("failure.followUp"));
  }
  return found;
}

/** Reads the body of a post: the step, the proof and what was typed. */
export async function postedAnswer(request: Request): Promise<{ step: string; posted: Posted }> {
  const field = await postedForm(request);
  const text = (name: string) => field(name).trim();
  return {
    step: field("langkah"),
    posted: {
      code: text("kode").replace(/[\s-]/g, ""),
      version: Number.parseInt(text("versi"), 10),
      clientActionId: text("tindakan"),
      typed: {
        reason: text("alasan"),
        outcome: text("hasil"),
        response: text("tanggapan"),
        solution: text("solusi"),
        followUp: text("tindak-lanjut"),
        milestone: text("kemajuan"),
        happenedOn: text("tanggal"),
        result: text("yang-dicapai"),
        cause: text("sebab"),
      },
    },
  };
}
