import { clientAction } from "@rembuk/domain/cases/commands";
import { caseEvent } from "@rembuk/domain/cases/events";
import { requireAction } from "@rembuk/domain/cases/lifecycle";
import { z } from "zod";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { newLinkSecrets } from "../kernel/tracking-secrets";
import { loadCase, requireGrant } from "./change-case";
import { insertAnswerLink } from "./link-store";

export const sendLinkCommand = z.object({ ...clientAction, caseId: z.uuid() });

const validForDays = 14;

export interface SentLink {
  /** For the address `/tautan/<token>`; shown once. */
  readonly token: string;
  /** To be told by another channel; shown once. */
  readonly code: string;
  readonly expiresAt: Date;
}

/**
 * A link that lets a sector without an account answer one assignment, for 14 days. A new one revokes
 * the ones before. Never for secret or supervisory cases.
 */
export const sendLink = (
  ctx: ServiceContext,
  command: z.infer<typeof sendLinkCommand>,
): Promise<SentLink> =>
  inTransaction(ctx, async (tx) => {
    const kase = await loadCase(tx, command.caseId);
    requireGrant(ctx, kase, "send-link");
    requireAction(kase, "send-link");
    const { token, code, tokenHash, codeHash } = newLinkSecrets(ctx.keys);
    const expiresAt = new Date(ctx.now().getTime() + validForDays * 86_400_000);
    const sectorCode = kase.leadSectorCode ?? "";
    await insertAnswerLink(tx, ctx, {
      caseId: kase.id,
      subdistrictCode: kase.subdistrictCode,
      sectorCode,
      tokenHash,
      codeHash,
      expiresAt,
    });
    const event = caseEvent("case.link-sent", kase, {
      sectorCode,
      expiresAt: expiresAt.toISOString(),
    });
    await recordEvents(tx, ctx, [event], null, {});
    return { token, code, expiresAt };
  });
