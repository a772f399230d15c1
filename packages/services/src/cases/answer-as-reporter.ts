import type { Actor } from "@rembuk/domain/access/actor";
import { sharesAnswer } from "@rembuk/domain/cases/carried-reports";
import { DomainError } from "@rembuk/domain/kernel/errors";
import { z } from "zod";
import type { ServiceContext } from "../context";
import { openAnswerToken } from "../kernel/answer-token";
import { reporterActorId } from "../kernel/system-actor";
import { type Changed, loadCase } from "./change-case";
import { completeCase } from "./complete-case";
import { confirmCase } from "./confirm-case";
import { enterCase } from "./merge-store";
import type { VisitorContext } from "./redeem-link";
import { readCarrier } from "./related-queries";
import { reopenCase } from "./reopen-case";

const common = {
  token: z.string().min(20).max(400),
  clientActionId: z.uuid(),
  version: z.int().nonnegative(),
};
const words = z.string().trim().min(1).max(2000);

/** sudah: it is settled; belum: it is not; lengkapi: what was asked for. */
export const answerAsReporterCommand = z.discriminatedUnion("answer", [
  z.object({ ...common, answer: z.literal("settled") }),
  z.object({ ...common, answer: z.literal("unsettled"), text: words }),
  z.object({ ...common, answer: z.literal("inform"), text: words }),
]);

/** Who holds the receipt acts as the reporter, on that one case. */
const reporterContext = (visitor: VisitorContext, caseId: string): ServiceContext => {
  const assignment = {
    id: reporterActorId,
    role: "reporter" as const,
    areaCode: "",
    sectorCode: null,
    organizationId: null,
    clearance: false,
  };
  const actor: Actor = {
    userId: reporterActorId,
    name: "Pelapor",
    assignments: [assignment],
    provenCaseId: caseId,
  };
  return { ...visitor, actor };
};

/** The case that an answer is about: the report itself, or the one that carries it and shares its answer. */
const caseJudged = (visitor: VisitorContext, reportId: string): Promise<string> =>
  visitor.db.$transaction(async (tx) => {
    await enterCase(tx, reportId);
    const report = await loadCase(tx, reportId);
    const carrier = await readCarrier(tx, report);
    return carrier && sharesAnswer(report, carrier) ? carrier.id : reportId;
  });

/**
 * The citizen's own word from the tracking page: settled closes, unsettled reopens, and what was
 * asked for goes to the desk. The page proves the receipt; no account, no name. Of a merged report only
 * "unsettled" counts: one of several does not close what the others are still waiting for.
 * @throws not-found TRACKING_NOT_FOUND when the proof is forged or too old; conflict CASE_ACTION_NOT_NOW
 */
export const answerAsReporter = async (
  visitor: VisitorContext,
  command: z.infer<typeof answerAsReporterCommand>,
): Promise<Changed> => {
  const reportId = openAnswerToken(visitor.keys, command.token, visitor.now());
  if (reportId === null) throw new DomainError("not-found", "TRACKING_NOT_FOUND");
  const caseId = await caseJudged(visitor, reportId);
  if (caseId !== reportId && command.answer !== "unsettled")
    throw new DomainError("conflict", "CASE_ACTION_NOT_NOW");
  const ctx = reporterContext(visitor, caseId);
  const { clientActionId, version } = command;
  const base = { clientActionId, version, caseId };
  if (command.answer === "settled") return confirmCase(ctx, { ...base, note: null });
  if (command.answer === "unsettled") return reopenCase(ctx, { ...base, reason: command.text });
  return completeCase(ctx, { ...base, information: command.text });
};
