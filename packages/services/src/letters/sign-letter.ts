import { createHash, randomBytes } from "node:crypto";
import type { Transaction } from "@rembuk/db/client";
import { DomainError, type ErrorKind } from "@rembuk/domain/kernel/errors";
import type { SignLetterCommand } from "@rembuk/domain/letters/commands";
import { requireLetterAct, requireOwnSignature } from "@rembuk/domain/letters/lifecycle";
import type { Letter } from "@rembuk/domain/letters/model";
import { officeDate } from "@rembuk/domain/letters/office-date";
import { requireRunningSigner, signersOf } from "@rembuk/domain/letters/signers";
import { findOffice } from "../areas/queries";
import { readVariant } from "../files/keep-content";
import { findFile, replaceRendered } from "../files/store";
import type { ESignature, SigningAnswer } from "../integrations/e-signature";
import type { FileContext } from "../integrations/file-parts";
import { FileStoreError } from "../integrations/file-store/file-store";
import { sealFile } from "../kernel/file-sealing";
import { findEarlierAnswer, inTransaction } from "../kernel/in-transaction";
import { type ChangedLetter, changeLetter, loadLetter } from "./change-letter";
import { findLeaderPosts } from "./store";

export interface SigningContext extends FileContext {
  /** Null: none is set up. */
  readonly eSignature: ESignature | null;
}

type Act = Omit<SignLetterCommand, "identityNumber" | "passphrase">;

const permission = "letter.issue";

const refusals: Record<
  Exclude<SigningAnswer["outcome"], "signed">,
  readonly [ErrorKind, "ESIGN_WRONG_PASSPHRASE" | "ESIGN_REFUSED" | "ESIGN_UNAVAILABLE"]
> = {
  "wrong-passphrase": ["invalid", "ESIGN_WRONG_PASSPHRASE"],
  refused: ["invalid", "ESIGN_REFUSED"],
  unavailable: ["unavailable", "ESIGN_UNAVAILABLE"],
};

/** May this person sign this letter as it stands? Asked before anything is sent, and again after. */
const requireSignable = async (
  tx: Transaction,
  ctx: SigningContext,
  letter: Letter,
): Promise<void> => {
  requireOwnSignature(letter, ctx.actor.userId);
  const office = await findOffice(ctx.db, letter.subdistrictCode);
  const posts = await findLeaderPosts(tx, letter.subdistrictCode, ctx.now());
  requireRunningSigner(letter.content.signer, signersOf(posts, office?.name ?? ""));
};

/** The drawn PDF, and where it lies; an earlier answer to the same act instead. */
const findPaper = (ctx: SigningContext, act: Act) =>
  inTransaction(ctx, async (tx) => {
    const { letter } = await loadLetter(tx, ctx, act, permission);
    const earlier = await findEarlierAnswer<ChangedLetter>(tx, ctx, act);
    if (earlier) return { earlier, file: null };
    requireLetterAct(letter, "sign", act.version);
    await requireSignable(tx, ctx, letter);
    const file = await findFile(tx, { caseId: act.caseId, fileId: letter.id });
    if (file?.status !== "ready") throw new DomainError("conflict", "LETTER_NOT_DRAWN");
    return { earlier: null, file };
  });

const stored = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FileStoreError)
      throw new DomainError("unavailable", "FILE_STORE_UNAVAILABLE");
    throw error;
  }
};

/** Signs in the letter's own place: the signed bytes take the place of the drawn ones under its id. */
const keepSigned = (
  ctx: SigningContext,
  act: Act,
  kept: { readonly storeKey: string; readonly pdf: Uint8Array },
): Promise<ChangedLetter> =>
  changeLetter(ctx, { name: "sign", permission }, act, async (tx, letter, kase) => {
    await requireSignable(tx, ctx, letter);
    const office = await findOffice(ctx.db, kase.subdistrictCode);
    await replaceRendered(tx, {
      id: letter.id,
      storeKey: kept.storeKey,
      size: kept.pdf.length,
      sha256: createHash("sha256").update(kept.pdf).digest("hex"),
      sealedWith: ctx.keys.encryption.current,
    });
    const change = {
      status: "signed",
      signature: "electronic",
      signedOn: officeDate(ctx.now(), office?.zone ?? "WIB").day,
      signedAt: ctx.now(),
      signedById: ctx.actor.userId,
    } as const;
    return { change, event: "case.letter-signed" };
  });

/**
 * Signs an issued letter electronically, in the name of who asks and in nobody else's. NIK and
 * passphrase go to the signing service and nowhere else: they are not part of the remembered act, of any
 * row, event or error. Until the answer is kept whole the letter stays as it was, unsigned.
 * @throws invalid ESIGN_OFF, ESIGN_WRONG_PASSPHRASE, ESIGN_REFUSED; unavailable ESIGN_UNAVAILABLE,
 * FILE_STORE_UNAVAILABLE; forbidden LETTER_SIGNED_BY_ANOTHER; conflict LETTER_NOT_DRAWN,
 * LETTER_SIGNER_NOT_RUNNING, LETTER_ACT_NOT_NOW, LETTER_CHANGED_MEANWHILE
 */
export const signLetter = async (
  ctx: SigningContext,
  { identityNumber, passphrase, ...act }: SignLetterCommand,
): Promise<ChangedLetter> => {
  const found = await findPaper(ctx, act);
  if (found.file === null) return found.earlier;
  if (ctx.eSignature === null) throw new DomainError("invalid", "ESIGN_OFF");
  const drawn = await stored(() => readVariant(ctx, found.file, "original"));
  if (drawn === null) throw new DomainError("conflict", "LETTER_NOT_DRAWN");
  const answer = await ctx.eSignature.sign(drawn, { identityNumber, passphrase });
  if (answer.outcome !== "signed") throw new DomainError(...refusals[answer.outcome]);
  const storeKey = randomBytes(18).toString("base64url");
  const place = `attachment:${storeKey}:original`;
  const { store } = ctx.files;
  await stored(() => store.put(`${storeKey}/original`, sealFile(ctx.keys, place, answer.pdf)));
  try {
    const changed = await keepSigned(ctx, act, { storeKey, pdf: answer.pdf });
    await store.remove(`${found.file.storeKey}/original`).catch(() => undefined);
    return changed;
  } catch (error) {
    // Void or signed by another window meanwhile: what came belongs to no letter.
    await store.remove(`${storeKey}/original`).catch(() => undefined);
    throw error;
  }
};
