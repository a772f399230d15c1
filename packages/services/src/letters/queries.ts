import type { Transaction } from "@rembuk/db/client";
import { can } from "@rembuk/domain/access/policy";
import type { Case } from "@rembuk/domain/cases/model";
import { mayReadAudience } from "@rembuk/domain/files/audiences";
import type { Letter, LetterContent, LetterSetting } from "@rembuk/domain/letters/model";
import { proposeCoverLetter, proposeDisposition } from "@rembuk/domain/letters/proposing";
import { findOffice, listVillages } from "../areas/queries";
import { loadSectors } from "../cases/category-queries";
import { loadCase } from "../cases/change-case";
import { logGlassReading } from "../cases/log-reading";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { requireInArea, requirePermission } from "../kernel/require-permission";
import { findSetting } from "./setting-store";
import { findHeadName, findLetters } from "./store";

export interface CaseLetters {
  /** Newest first. */
  readonly letters: readonly Omit<Letter, "createdById" | "issuedById">[];
  readonly mayDraft: boolean;
  readonly mayIssue: boolean;
  /** What a new one would say; null for who may not write one. */
  readonly proposals: {
    readonly "cover-letter": LetterContent;
    readonly disposition: LetterContent;
  } | null;
}

const mayRead = (ctx: ServiceContext, kase: Case, letter: Letter): boolean => {
  if (letter.kind === "disposition") return mayReadAudience(ctx.actor, kase, "internal");
  // A draft is the office's own affair.
  if (letter.status === "draft") return can(ctx.actor, "letter.draft", kase);
  return mayReadAudience(ctx.actor, kase, "partner");
};

const proposalsFor = async (tx: Transaction, ctx: ServiceContext, kase: Case) => {
  const [office, sectors, villages, headName] = await Promise.all([
    findOffice(ctx.db, kase.subdistrictCode),
    loadSectors(ctx.db, ""),
    listVillages(ctx.db, kase.subdistrictCode),
    findHeadName(tx, kase.subdistrictCode, ctx.now()),
  ]);
  const nameOf = (code: string | null) =>
    code === null ? null : (sectors.get(code)?.name ?? code);
  const about = {
    kase,
    officeName: office?.name ?? "",
    regencyName: office?.regencyName ?? "",
    villageName: villages.find((one) => one.code === kase.villageCode)?.name ?? "",
    holderName: nameOf(kase.holder.code),
    sectorName: nameOf(kase.leadSectorCode),
    headName,
    zone: office?.zone ?? "WIB",
  };
  return { "cover-letter": proposeCoverLetter(about), disposition: proposeDisposition(about) };
};

/**
 * The letters of a case, as far as the reader belongs to their audiences.
 * @throws not-found CASE_NOT_FOUND also where it exists and may not be known
 */
export const listLetters = (
  ctx: ServiceContext,
  input: { readonly caseId: string },
): Promise<CaseLetters> =>
  inTransaction(ctx, async (tx) => {
    const kase = await loadCase(tx, input.caseId);
    requirePermission(ctx, "case.read", kase);
    await logGlassReading(tx, ctx, kase);
    const letters = await findLetters(tx, kase.id);
    const mayDraft = can(ctx.actor, "letter.draft", kase);
    return {
      letters: letters
        .filter((letter) => mayRead(ctx, kase, letter))
        .map(({ createdById: _c, issuedById: _i, ...shown }) => shown),
      mayDraft,
      mayIssue: can(ctx.actor, "letter.issue", kase),
      proposals: mayDraft ? await proposalsFor(tx, ctx, kase) : null,
    };
  });

/** How an office numbers its letters. @throws forbidden outside the administrator's area */
export const showSetting = (
  ctx: ServiceContext,
  input: { readonly subdistrictCode: string },
): Promise<LetterSetting> => {
  requireInArea(ctx, "rules.edit", input.subdistrictCode);
  return inTransaction(ctx, (tx) => findSetting(tx, input.subdistrictCode));
};
