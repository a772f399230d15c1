import type { Actor } from "@rembuk/domain/access/actor";
import { DomainError } from "@rembuk/domain/kernel/errors";
import { z } from "zod";
import type { ServiceContext } from "../context";
import { openAnswerToken } from "../kernel/answer-token";
import { reporterActorId } from "../kernel/system-actor";
import type { VisitorContext } from "./answer-by-link";
import type { Changed } from "./change-case";
import { completeCase } from "./complete-case";
import { confirmCase } from "./confirm-case";
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

/**
 * The citizen's own word from the tracking page: settled closes, unsettled reopens, and what was
 * asked for goes to the desk. The page proves the receipt; no account, no name.
 * @throws not-found TRACKING_NOT_FOUND when the proof is forged or too old
 */
export const answerAsReporter = (
  visitor: VisitorContext,
  command: z.infer<typeof answerAsReporterCommand>,
): Promise<Changed> => {
  const caseId = openAnswerToken(visitor.keys, command.token, visitor.now());
  if (caseId === null) throw new DomainError("not-found", "TRACKING_NOT_FOUND");
  const ctx = reporterContext(visitor, caseId);
  const { clientActionId, version } = command;
  const base = { clientActionId, version, caseId };
  if (command.answer === "settled") return confirmCase(ctx, { ...base, note: null });
  if (command.answer === "unsettled") return reopenCase(ctx, { ...base, reason: command.text });
  return completeCase(ctx, { ...base, information: command.text });
};
