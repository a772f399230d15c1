import type { Actor } from "@rembuk/domain/access/actor";
import { sharesAnswer } from "@rembuk/domain/cases/carried-reports";
import { DomainError } from "@rembuk/domain/kernel/errors";
import { z } from "zod";
import type { ServiceContext } from "../context";
import { openAnswerToken } from "../kernel/answer-token";
import { reporterActorId } from "../kernel/system-actor";
import { answerForReport } from "./answer-for-report";
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

/** Is the answer to be judged that of another case, which carries this report? */
const isCarried = (visitor: VisitorContext, reportId: string): Promise<boolean> =>
  visitor.db.$transaction(async (tx) => {
    await enterCase(tx, reportId);
    const report = await loadCase(tx, reportId);
    const carrier = await readCarrier(tx, report);
    return carrier !== null && sharesAnswer(report, carrier);
  });

type Command = z.infer<typeof answerAsReporterCommand>;

/** Of a merged report: settled holds for it alone, unsettled opens the carrying case again. */
const answerForCarried = (ctx: ServiceContext, command: Command, caseId: string) => {
  const { clientActionId, version } = command;
  const base = { clientActionId, version, caseId };
  if (command.answer === "settled") return answerForReport(ctx, { ...base, answer: "settled" });
  if (command.answer === "inform") throw new DomainError("conflict", "CASE_ACTION_NOT_NOW");
  return answerForReport(ctx, { ...base, answer: "unsettled", reason: command.text });
};

/**
 * The citizen's own word from the tracking page: settled closes, unsettled reopens, and what was
 * asked for goes to the desk. The page proves the receipt; no account, no name. Of a merged report
 * "settled" is said of that report alone: one of several does not close what the others wait for.
 * @throws not-found TRACKING_NOT_FOUND when the proof is forged or too old; conflict CASE_ACTION_NOT_NOW
 */
export const answerAsReporter = async (
  visitor: VisitorContext,
  command: Command,
): Promise<Changed> => {
  const caseId = openAnswerToken(visitor.keys, command.token, visitor.now());
  if (caseId === null) throw new DomainError("not-found", "TRACKING_NOT_FOUND");
  const ctx = reporterContext(visitor, caseId);
  if (await isCarried(visitor, caseId)) return answerForCarried(ctx, command, caseId);
  const { clientActionId, version } = command;
  const base = { clientActionId, version, caseId };
  if (command.answer === "settled") return confirmCase(ctx, { ...base, note: null });
  if (command.answer === "unsettled") return reopenCase(ctx, { ...base, reason: command.text });
  return completeCase(ctx, { ...base, information: command.text });
};
