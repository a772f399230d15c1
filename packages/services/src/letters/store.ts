import type { Prisma, Transaction } from "@rembuk/db/client";
import type { Letter, LetterContent, LetterKind, LetterStatus } from "@rembuk/domain/letters/model";
import type { ServiceContext } from "../context";

const columns = {
  id: true,
  caseId: true,
  subdistrictCode: true,
  kind: true,
  status: true,
  version: true,
  year: true,
  serial: true,
  number: true,
  content: true,
  createdById: true,
  createdAt: true,
  issuedById: true,
  issuedAt: true,
  scanFileId: true,
  voidedAt: true,
  voidReason: true,
  renderedStatus: true,
} as const;

type Row = Prisma.LetterGetPayload<{ select: typeof columns }>;

const toLetter = (row: Row): Letter => ({
  ...row,
  kind: row.kind as LetterKind,
  status: row.status as LetterStatus,
  content: row.content as unknown as LetterContent,
  renderedStatus: row.renderedStatus as LetterStatus | null,
});

const asJson = (content: LetterContent) => content as unknown as Prisma.InputJsonObject;

/** A letter of this case; null when there is none. */
export const findLetter = async (
  tx: Transaction,
  { caseId, letterId }: { readonly caseId: string; readonly letterId: string },
): Promise<Letter | null> => {
  const row = await tx.letter.findFirst({ where: { id: letterId, caseId }, select: columns });
  return row && toLetter(row);
};

/** Newest first. */
export const findLetters = async (tx: Transaction, caseId: string): Promise<readonly Letter[]> => {
  const rows = await tx.letter.findMany({
    where: { caseId },
    select: columns,
    orderBy: { id: "desc" },
  });
  return rows.map(toLetter);
};

export const insertLetter = async (
  tx: Transaction,
  ctx: ServiceContext,
  letter: Pick<Letter, "id" | "caseId" | "subdistrictCode" | "kind" | "content">,
): Promise<void> => {
  const { content, ...rest } = letter;
  const made = { createdById: ctx.actor.userId, createdAt: ctx.now() };
  await tx.letter.create({
    data: { ...rest, ...made, content: asJson(content), status: "draft" },
    select: { id: true },
  });
};

type Change = Partial<
  Pick<
    Letter,
    | "status"
    | "year"
    | "serial"
    | "number"
    | "issuedById"
    | "issuedAt"
    | "scanFileId"
    | "voidedAt"
    | "voidReason"
  >
> & { readonly content?: LetterContent; readonly voidedById?: string };

/** Changes the version that was read. @returns whether nobody else was first */
export const updateLetter = async (
  tx: Transaction,
  letter: Pick<Letter, "id" | "version">,
  { content, ...change }: Change,
): Promise<boolean> => {
  const { count } = await tx.letter.updateMany({
    where: { id: letter.id, version: letter.version },
    data: {
      ...change,
      ...(content ? { content: asJson(content) } : {}),
      version: { increment: 1 },
    },
  });
  return count === 1;
};

/**
 * The next number of an office in a year. The counter's row stays locked until the transaction ends,
 * so that a letter that is rolled back gives its number back and none is skipped.
 */
export const takeSerial = async (
  tx: Transaction,
  subdistrictCode: string,
  year: number,
): Promise<number> => {
  const rows = await tx.$queryRaw<{ last: number }[]>`
    INSERT INTO letter_counter AS c (subdistrict_code, year, last) VALUES (${subdistrictCode}, ${year}::int, 1)
    ON CONFLICT (subdistrict_code, year) DO UPDATE SET last = c.last + 1 RETURNING last`;
  const [row] = rows;
  if (!row) throw new Error("the counter of letters gave no number");
  return row.last;
};

/** Names the letter whose paper was drawn, and what it shows. */
export const markRendered = async (
  tx: Transaction,
  letterId: string,
  renderedStatus: LetterStatus,
): Promise<void> => {
  await tx.letter.update({
    where: { id: letterId },
    data: { renderedStatus },
    select: { id: true },
  });
};

/** The head of an office today, whose name a letter proposes; null when none is entered. */
export const findHeadName = async (
  tx: Transaction,
  subdistrictCode: string,
  today: Date,
): Promise<string | null> => {
  const seat = await tx.assignment.findFirst({
    where: {
      role: "subdistrict-head",
      areaCode: subdistrictCode,
      startsOn: { lte: today },
      OR: [{ endsOn: null }, { endsOn: { gte: today } }],
    },
    select: { user: { select: { displayName: true } } },
  });
  return seat?.user.displayName ?? null;
};
