import { createHash } from "node:crypto";
import type { Transaction } from "@rembuk/db/client";
import { caseEvent } from "@rembuk/domain/cases/events";
import type { Case } from "@rembuk/domain/cases/model";
import { audienceOf } from "@rembuk/domain/letters/lifecycle";
import type { Letter, LetterKind } from "@rembuk/domain/letters/model";
import { findOffice, listVillages, type OfficeSummary } from "../areas/queries";
import { ruleOfCase } from "../cases/rule-queries";
import { findCase } from "../cases/store";
import { findFile, keepRendered } from "../files/store";
import type { FileContext } from "../integrations/file-parts";
import { sealFile } from "../kernel/file-sealing";
import { inTransaction } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { systemActorId } from "../kernel/system-actor";
import { findSetting } from "./setting-store";
import { findLetter, markRendered } from "./store";

/** All that stands on a letter's paper. No reporter: who reported is not needed to act on it. */
export interface LetterPaper {
  readonly letter: Letter;
  readonly caseNumber: string;
  readonly receivedAt: Date;
  readonly categoryName: string;
  readonly villageName: string;
  readonly office: OfficeSummary;
  /** Lines under the office's name; none: its address and telephone. */
  readonly letterhead: readonly string[];
}

/** Draws the paper as a PDF; the same paper gives the same bytes. */
export type DrawLetter = (paper: LetterPaper) => Promise<Uint8Array>;

/** Of the letter's random id: drawn twice, a letter still has one place, and one file. */
const storeKeyOf = (letterId: string): string =>
  createHash("sha256").update(`letter:${letterId}`).digest("base64url").slice(0, 24);

const gatherPaper = async (
  ctx: FileContext,
  letter: Letter,
  kase: Case,
): Promise<LetterPaper | null> => {
  const [office, villages, category, setting] = await Promise.all([
    findOffice(ctx.db, kase.subdistrictCode),
    listVillages(ctx.db, kase.subdistrictCode),
    ruleOfCase(ctx, kase),
    findSetting(ctx.db, kase.subdistrictCode),
  ]);
  if (!office) return null;
  const village = villages.find((one) => one.code === kase.villageCode);
  return {
    letter,
    office,
    letterhead: setting.letterhead,
    caseNumber: kase.number,
    receivedAt: kase.receivedAt,
    categoryName: category.name,
    villageName: village?.name ?? kase.villageCode,
  };
};

/** What each kind is called on paper, in Indonesian. */
export const letterNames: Record<LetterKind, string> = {
  "cover-letter": "Surat pengantar",
  "referral-letter": "Surat pengantar rujukan",
  disposition: "Lembar disposisi",
};

const fileNameOf = ({ letter, caseNumber }: LetterPaper): string => {
  const kind = letterNames[letter.kind];
  const number = letter.serial === null ? caseNumber : (letter.number ?? caseNumber);
  return `${kind} ${number.replaceAll("/", "-")}${letter.status === "void" ? " BATAL" : ""}.pdf`;
};

const keep = async (
  tx: Transaction,
  ctx: FileContext,
  paper: LetterPaper,
  bytes: Uint8Array,
): Promise<void> => {
  const { letter } = paper;
  const audience = audienceOf(letter.kind);
  const isNew = await keepRendered(tx, {
    id: letter.id,
    caseId: letter.caseId,
    subdistrictCode: letter.subdistrictCode,
    audience,
    name: fileNameOf(paper),
    size: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    storeKey: storeKeyOf(letter.id),
    sealedWith: ctx.keys.encryption.current,
    addedById: systemActorId,
    addedAt: ctx.now(),
  });
  await markRendered(tx, letter.id, letter.status);
  const subject = { id: letter.caseId, subdistrictCode: letter.subdistrictCode };
  const event = caseEvent("case.file-added", subject, { fileId: letter.id, audience });
  if (isNew) await recordEvents(tx, ctx, [event], null, {});
};

/**
 * Draws an issued letter, or one that was made void since, and keeps it sealed as a file of its case.
 * Cut off at any point it is drawn again over the same place: one letter, one file.
 * @returns whether there was something to draw
 */
export const renderLetter = async (
  ctx: FileContext,
  ref: { readonly caseId: string; readonly letterId: string },
  draw: DrawLetter,
): Promise<boolean> => {
  const found = await inTransaction(
    ctx,
    async (tx) => ({
      kase: await findCase(tx, ref.caseId),
      letter: await findLetter(tx, ref),
      file: await findFile(tx, { caseId: ref.caseId, fileId: ref.letterId }),
    }),
    { caseId: ref.caseId },
  );
  const { kase, letter } = found;
  if (!kase || !letter || letter.status === "draft") return false;
  if (
    letter.renderedStatus !== null &&
    (letter.status === "void") === (letter.renderedStatus === "void")
  )
    return false;
  const paper = await gatherPaper(ctx, letter, kase);
  if (!paper) return false;
  const bytes = await draw(paper);
  const key = storeKeyOf(letter.id);
  const place = `attachment:${key}:original`;
  await ctx.files.store.put(`${key}/original`, sealFile(ctx.keys, place, bytes));
  await inTransaction(ctx, (tx) => keep(tx, ctx, paper, bytes), { caseId: ref.caseId });
  // A letter that was signed electronically lay in a place of its own; it is void now.
  const before = found.file?.storeKey ?? key;
  if (before !== key) await ctx.files.store.remove(`${before}/original`);
  return true;
};

/** The letter that an event is about; null when there is no such event. */
export const findLetterOfEvent = async (
  ctx: Pick<FileContext, "db">,
  eventId: string,
): Promise<{ readonly caseId: string; readonly letterId: string } | null> => {
  const event = await ctx.db.domainEvent.findUnique({
    where: { id: eventId },
    select: { subject: true, payload: true },
  });
  const payload = event?.payload as { readonly letterId?: unknown } | undefined;
  if (!event || typeof payload?.letterId !== "string") return null;
  return { caseId: event.subject.replace(/^case\//, ""), letterId: payload.letterId };
};
