import type { Transaction } from "@rembuk/db/client";
import { can } from "@rembuk/domain/access/policy";
import { opensCase } from "@rembuk/domain/access/referral-status";
import type { Case } from "@rembuk/domain/cases/model";
import { mayReadAudience } from "@rembuk/domain/files/audiences";
import { contactLine } from "@rembuk/domain/letters/letterhead";
import { audienceOf, mayFollow } from "@rembuk/domain/letters/lifecycle";
import type { Letter, LetterContent, LetterSetting, Signer } from "@rembuk/domain/letters/model";
import { officeDate } from "@rembuk/domain/letters/office-date";
import {
  type LetterOccasion,
  proposeCoverLetter,
  proposeDisposition,
  proposeReferralLetter,
} from "@rembuk/domain/letters/proposing";
import { signersOf } from "@rembuk/domain/letters/signers";
import { findOffice, listVillages } from "../areas/queries";
import { officeCalendar } from "../calendars/queries";
import { loadSectors } from "../cases/category-queries";
import { loadCase } from "../cases/change-case";
import { logGlassReading } from "../cases/log-reading";
import { loadReferrals } from "../cases/referral-queries";
import { openRuleFence } from "../cases/rule-store";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { requireInArea, requirePermission } from "../kernel/require-permission";
import { findSetting } from "./setting-store";
import { findLeaderPosts, findLetters, findUserNames, peekSerial } from "./store";

export interface ReferralProposal {
  readonly referralId: string;
  /** Whom it was sent to. */
  readonly name: string;
  readonly content: LetterContent;
}

export type ShownLetter = Omit<Letter, "createdById" | "issuedById" | "signedById"> & {
  /** Who recorded the scan; electronically, who signed. */
  readonly signedByName: string | null;
  /** The letter waits for this reader's own signature. */
  readonly isMineToSign: boolean;
};

export interface CaseLetters {
  /** Newest first. */
  readonly letters: readonly ShownLetter[];
  readonly mayDraft: boolean;
  readonly mayIssue: boolean;
  /** What a new one would say; null for who may not write one. */
  readonly proposals: {
    readonly "cover-letter": LetterContent;
    readonly disposition: LetterContent;
  } | null;
  /** What a letter of each running referral would say. */
  readonly referrals: readonly ReferralProposal[];
  /** Who may sign today and in what capacity, the proposed one first. */
  readonly signers: readonly Signer[];
}

const mayRead = (ctx: ServiceContext, kase: Case, letter: Letter): boolean => {
  if (audienceOf(letter.kind) === "internal") return mayReadAudience(ctx.actor, kase, "internal");
  // A draft is the office's own affair.
  if (letter.status === "draft") return can(ctx.actor, "letter.draft", kase);
  return mayReadAudience(ctx.actor, kase, "partner");
};

const proposalsFor = async (tx: Transaction, ctx: ServiceContext, kase: Case) => {
  const [office, sectors, villages] = await Promise.all([
    findOffice(ctx.db, kase.subdistrictCode),
    loadSectors(ctx.db, ""),
    listVillages(ctx.db, kase.subdistrictCode),
  ]);
  const posts = await findLeaderPosts(tx, kase.subdistrictCode, ctx.now());
  const signers = signersOf(posts, office?.name ?? "");
  const setting = await findSetting(tx, kase.subdistrictCode);
  const nameOf = (code: string | null) =>
    code === null ? null : (sectors.get(code)?.name ?? code);
  const about = {
    kase,
    officeName: office?.name ?? "",
    regencyName: office?.regencyName ?? "",
    villageName: villages.find((one) => one.code === kase.villageCode)?.name ?? "",
    holderName: nameOf(kase.holder.code),
    sectorName: nameOf(kase.leadSectorCode),
    signers,
    copies: setting.copies,
    instruction: await findInstruction(tx, kase.id),
    zone: office?.zone ?? "WIB",
  };
  const proposals = {
    "cover-letter": proposeCoverLetter(about),
    disposition: proposeDisposition(about),
  };
  return { proposals, signers, referrals: await referralProposals(tx, ctx, kase, about) };
};

/** A letter for each referral that runs; what is asked stands there only for who may read it. */
const referralProposals = async (
  tx: Transaction,
  ctx: ServiceContext,
  kase: Case,
  about: LetterOccasion,
): Promise<readonly ReferralProposal[]> => {
  const calendar = await officeCalendar(ctx.db, kase.subdistrictCode);
  const shown = await loadReferrals(tx, ctx, { kase, calendar });
  return shown
    .filter((one) => one.kind === "referral" && opensCase(one.status))
    .map(({ id, name, asked, dueAt }) => {
      const party = kase.referrals.find((one) => one.id === id)?.party ?? "";
      const content = proposeReferralLetter(about, { party, name, asked: asked ?? "", dueAt });
      return { referralId: id, name, content };
    });
};

/** The disposisi in its words, as the case last went out with it. */
const findInstruction = async (tx: Transaction, caseId: string): Promise<string | null> => {
  const note = await tx.caseNote.findFirst({
    where: { caseId, purpose: "instruction" },
    orderBy: { createdAt: "desc" },
    select: { body: true },
  });
  return note?.body ?? null;
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
    const offered = mayDraft ? await proposalsFor(tx, ctx, kase) : null;
    const mayIssue = can(ctx.actor, "letter.issue", kase);
    const names = await findUserNames(
      tx,
      letters.flatMap((letter) => letter.signedById ?? []),
    );
    return {
      letters: letters
        .filter((letter) => mayRead(ctx, kase, letter))
        .map(({ createdById: _c, issuedById: _i, signedById, ...shown }) => ({
          ...shown,
          signedByName: signedById === null ? null : (names.get(signedById) ?? null),
          isMineToSign:
            mayIssue &&
            mayFollow(shown, "sign") &&
            shown.content.signer.userId === ctx.actor.userId,
        })),
      mayDraft,
      mayIssue,
      proposals: offered?.proposals ?? null,
      referrals: offered?.referrals ?? [],
      signers: offered?.signers ?? [],
    };
  });

/** What the settings of an office's letters show: besides them, the parts of the next number. */
export interface ShownSetting extends LetterSetting {
  readonly next: {
    readonly serial: number;
    readonly year: number;
    readonly month: number;
    readonly code: string;
  };
  /** "PEMERINTAH KABUPATEN BALANGAN", "KECAMATAN PARINGIN SELATAN", and what stands below until set. */
  readonly head: { readonly regency: string; readonly office: string; readonly contact: string };
}

/** How an office numbers its letters. @throws forbidden outside the administrator's area */
export const showSetting = async (
  ctx: ServiceContext,
  input: { readonly subdistrictCode: string },
): Promise<ShownSetting> => {
  const { subdistrictCode } = input;
  requireInArea(ctx, "rules.edit", subdistrictCode);
  const office = await findOffice(ctx.db, subdistrictCode);
  const { year, month } = officeDate(ctx.now(), office?.zone ?? "WIB");
  return inTransaction(ctx, async (tx) => {
    await openRuleFence(tx, subdistrictCode);
    const setting = await findSetting(tx, subdistrictCode);
    const serial = await peekSerial(tx, subdistrictCode, year);
    return {
      ...setting,
      next: { serial, year, month, code: office?.letters ?? "" },
      head: {
        regency: `Pemerintah ${office?.regencyName ?? ""}`.toUpperCase(),
        office: (office?.name ?? "").toUpperCase(),
        contact: office === null ? "" : contactLine(office),
      },
    };
  });
};
