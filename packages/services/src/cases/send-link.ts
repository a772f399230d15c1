import type { Transaction } from "@rembuk/db/client";
import { clientAction } from "@rembuk/domain/cases/commands";
import { caseEvent } from "@rembuk/domain/cases/events";
import { requireAction } from "@rembuk/domain/cases/lifecycle";
import type { Case } from "@rembuk/domain/cases/model";
import { z } from "zod";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { linkSecrets, secretBytesOf } from "../kernel/tracking-secrets";
import { loadCase, requireGrant } from "./change-case";
import { insertAnswerLink } from "./link-store";

export const sendLinkCommand = z.object({ ...clientAction, caseId: z.uuid() });
type SendLinkCommand = z.infer<typeof sendLinkCommand>;

const validForDays = 14;
export const linkExpiry = (now: Date): Date => new Date(now.getTime() + validForDays * 86_400_000);

export interface SentLink {
  /** For the address `/tautan/<token>`; shown once. */
  readonly token: string;
  /** To be told by another channel; shown once. */
  readonly code: string;
  readonly expiresAt: Date;
}

/** What is remembered of the act: no secret. */
export interface LinkMade {
  /** ISO 8601 */
  readonly expiresAt: string;
}

/** The secrets of one act, which a retry is told again. */
export const secretsOf = (ctx: ServiceContext, { clientActionId, caseId }: SendLinkCommand) =>
  linkSecrets(
    ctx.keys,
    secretBytesOf(ctx.keys, { kind: "link", actorId: ctx.actor.userId, clientActionId, caseId }),
  );

const saveLink = async (
  tx: Transaction,
  ctx: ServiceContext,
  kase: Case,
  command: SendLinkCommand,
): Promise<LinkMade> => {
  const { tokenHash, codeHash } = secretsOf(ctx, command);
  const expiresAt = linkExpiry(ctx.now());
  const sectorCode = kase.leadSectorCode ?? "";
  const made = { expiresAt: expiresAt.toISOString() };
  const event = caseEvent("case.link-sent", kase, { sectorCode, ...made });
  // Before the link: of two at once the second must wait on the act's key, not on the token's.
  await recordEvents(tx, ctx, [event], command, made);
  const { id: caseId, subdistrictCode } = kase;
  const about = { caseId, subdistrictCode, sectorCode, referralId: null };
  const link = { ...about, tokenHash, codeHash, expiresAt };
  await insertAnswerLink(tx, ctx, link);
  return made;
};

/**
 * A link that lets a sector without an account answer one assignment, for 14 days. A new one revokes
 * the ones before; the same act again is told the same link, which stays. Never for secret or
 * supervisory cases.
 * @throws conflict CLIENT_ACTION_REUSED for another case under the same id
 */
export const sendLink = async (
  ctx: ServiceContext,
  command: SendLinkCommand,
): Promise<SentLink> => {
  const grantedCase = async (tx: Transaction) => {
    const kase = await loadCase(tx, command.caseId);
    requireGrant(ctx, kase, "send-link");
    return kase;
  };
  const work = async (tx: Transaction) => {
    const kase = await grantedCase(tx);
    requireAction(kase, "send-link");
    return saveLink(tx, ctx, kase, command);
  };
  const { expiresAt } = await once(ctx, command, work, { authorise: grantedCase });
  const { token, code } = secretsOf(ctx, command);
  return { token, code, expiresAt: new Date(expiresAt) };
};
