import { opensCase } from "@rembuk/domain/access/referral-status";
import type { Case } from "@rembuk/domain/cases/model";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { SaveLetterCommand } from "@rembuk/domain/letters/commands";
import { requireNoIdentityNumber } from "@rembuk/domain/letters/lifecycle";
import { loadCase } from "../cases/change-case";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requirePermission } from "../kernel/require-permission";
import { type ChangedLetter, changeLetter } from "./change-letter";
import { insertLetter } from "./store";

/** The running referral of this case that a referral letter goes with; of other kinds none. */
const referralOf = (kase: Case, { kind, referralId }: SaveLetterCommand): string | null => {
  if (kind !== "referral-letter") return null;
  const found = kase.referrals.find((r) => r.id === referralId && r.kind === "referral");
  if (!found || !opensCase(found.status))
    throw new DomainError("not-found", "REFERRAL_NOT_FOUND", { field: "referralId" });
  return found.id;
};

/**
 * Saves a draft. A draft has no number: it may be changed or thrown away without a trace in the
 * register. @throws invalid LETTER_HOLDS_IDENTITY_NUMBER; not-found
 * REFERRAL_NOT_FOUND; conflict LETTER_CHANGED_MEANWHILE
 */
export const saveLetter = (
  ctx: ServiceContext,
  command: SaveLetterCommand,
): Promise<ChangedLetter> => {
  requireNoIdentityNumber(command.content);
  const { letterId, version, referralId: _referral, ...rest } = command;
  if (letterId) {
    return changeLetter(
      ctx,
      { name: "edit", permission: "letter.draft" },
      { ...rest, letterId, version: version ?? 0 },
      () => ({ change: { content: command.content } }),
    );
  }
  return once(ctx, command, async (tx) => {
    const kase = await loadCase(tx, command.caseId);
    requirePermission(ctx, "letter.draft", kase);
    const { kind, content } = command;
    const id = ctx.newId();
    const { id: caseId, subdistrictCode } = kase;
    const referralId = referralOf(kase, command);
    await insertLetter(tx, ctx, { id, caseId, subdistrictCode, kind, referralId, content });
    const result = { letterId: id, version: 0, number: null };
    await recordEvents(tx, ctx, [], command, result);
    return result;
  });
};
