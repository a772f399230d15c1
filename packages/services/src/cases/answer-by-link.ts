import type { Actor } from "@rembuk/domain/access/actor";
import { outcomes } from "@rembuk/domain/cases/model";
import { DomainError } from "@rembuk/domain/kernel/errors";
import { z } from "zod";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { logAccess } from "../kernel/log-access";
import { linkActorId } from "../kernel/system-actor";
import { hashLink, hashLinkCode, isSameSecret } from "../kernel/tracking-secrets";
import { acceptAssignment } from "./accept-assignment";
import { type Changed, loadCase } from "./change-case";
import { declineAssignment } from "./decline-assignment";
import { countFailedAttempt, findAnswerLink, lockFailedAttempts } from "./link-store";
import { resolveCase } from "./resolve-case";

const proof = {
  token: z.string().min(20).max(64),
  code: z
    .string()
    .trim()
    .regex(/^\d{6}$/),
};
export const openLinkInput = z.object(proof);
const words = z.string().trim().min(1).max(4000);
export const answerByLinkCommand = z.discriminatedUnion("answer", [
  z.object({ ...proof, clientActionId: z.uuid(), version: z.int(), answer: z.literal("accept") }),
  z.object({
    ...proof,
    clientActionId: z.uuid(),
    version: z.int(),
    answer: z.literal("decline"),
    reason: words,
  }),
  z.object({
    ...proof,
    clientActionId: z.uuid(),
    version: z.int(),
    answer: z.literal("resolve"),
    outcome: z.enum(outcomes),
    response: words,
    solution: words,
    followUp: words,
  }),
]);

const maximumAttempts = 5;

/** A visitor without account: everything but the actor. */
export type VisitorContext = Omit<ServiceContext, "actor">;

const invalid = () => new DomainError("not-found", "LINK_INVALID");

/** Who holds the link acts as the sector, on that one case. */
const linkContext = (visitor: VisitorContext, party: string): ServiceContext => {
  const [areaCode = "", sectorCode = ""] = party.split(":");
  const assignment = {
    id: linkActorId,
    role: "sector-partner" as const,
    areaCode,
    sectorCode,
    organizationId: null,
    clearance: false,
  };
  const actor: Actor = { userId: linkActorId, name: "Tautan", assignments: [assignment] };
  return { ...visitor, actor };
};

/** The case that the link opens, if token and code are right and the link is alive. */
const redeem = async (visitor: VisitorContext, { token, code }: z.infer<typeof openLinkInput>) => {
  const tokenHash = hashLink(visitor.keys, token);
  const kase = await visitor.db.$transaction(async (tx) => {
    const link = await findAnswerLink(tx, tokenHash);
    if (!link || link.revokedAt || link.expiresAt <= visitor.now()) return null;
    await tx.$queryRaw`SELECT set_config('rembuk.case', ${link.caseId}, true)`;
    if ((await lockFailedAttempts(tx, link.id)) >= maximumAttempts) return null;
    if (!isSameSecret(link.codeHash, hashLinkCode(visitor.keys, token, code))) {
      await countFailedAttempt(tx, link.id);
      return null;
    }
    const found = await loadCase(tx, link.caseId);
    return found.leadSectorCode === link.sectorCode && !found.isSecret ? found : null;
  });
  if (kase === null || kase.leadParty === null) throw invalid();
  return { kase, ctx: linkContext(visitor, kase.leadParty) };
};

/** What the sector needs to answer: no reporter, no NIK; the reading is logged. */
export const openByLink = async (visitor: VisitorContext, input: z.infer<typeof openLinkInput>) => {
  const { kase, ctx } = await redeem(visitor, input);
  return inTransaction(ctx, async (tx) => {
    await loadCase(tx, kase.id);
    await logAccess(tx, ctx, { kase, act: "link-read" });
    const instruction = await tx.caseNote.findFirst({
      where: { caseId: kase.id, purpose: "instruction" },
      orderBy: { createdAt: "desc" },
      select: { body: true },
    });
    const {
      number,
      version,
      title,
      description,
      status,
      villageCode,
      subdistrictCode,
      totalDueAt,
      stageDueAt,
    } = kase;
    return {
      number,
      version,
      title,
      description,
      status,
      villageCode,
      subdistrictCode,
      totalDueAt,
      stageDueAt,
      instruction: instruction?.body ?? null,
    };
  });
};

/** Accept, decline or answer, as the sector. Only a POST comes here. */
export const answerByLink = async (
  visitor: VisitorContext,
  command: z.infer<typeof answerByLinkCommand>,
): Promise<Changed> => {
  const { kase, ctx } = await redeem(visitor, command);
  const { clientActionId, version } = command;
  const common = { clientActionId, version, caseId: kase.id };
  if (command.answer === "accept") return acceptAssignment(ctx, common);
  if (command.answer === "decline")
    return declineAssignment(ctx, { ...common, reason: command.reason });
  const { outcome, response, solution, followUp } = command;
  return resolveCase(ctx, { ...common, outcome, response, solution, followUp });
};
