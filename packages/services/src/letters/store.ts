import type { Prisma, Transaction } from "@rembuk/db/client";
import type {
  Letter,
  LetterContent,
  LetterKind,
  LetterStatus,
  SignatureKind,
} from "@rembuk/domain/letters/model";
import type { LeaderPost } from "@rembuk/domain/letters/signers";
import type { ServiceContext } from "../context";
import { officeToday } from "../staff/running-queries";

const columns = {
  id: true,
  caseId: true,
  subdistrictCode: true,
  kind: true,
  referralId: true,
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
  signature: true,
  signedOn: true,
  signedAt: true,
  signedById: true,
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
  signature: row.signature as SignatureKind | null,
  signedOn: row.signedOn?.toISOString().slice(0, 10) ?? null,
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
  letter: Pick<Letter, "id" | "caseId" | "subdistrictCode" | "kind" | "referralId" | "content">,
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
    | "signature"
    | "signedOn"
    | "signedAt"
    | "signedById"
    | "voidedAt"
    | "voidReason"
  >
> & { readonly content?: LetterContent; readonly voidedById?: string };

/** Changes the version that was read. @returns whether nobody else was first */
export const updateLetter = async (
  tx: Transaction,
  letter: Pick<Letter, "id" | "version">,
  { content, signedOn, ...change }: Change,
): Promise<boolean> => {
  const { count } = await tx.letter.updateMany({
    where: { id: letter.id, version: letter.version },
    data: {
      ...change,
      ...(signedOn ? { signedOn: new Date(signedOn) } : {}),
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

/** Display names by id. */
export const findUserNames = async (
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map();
  const users = await tx.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, displayName: true },
  });
  return new Map(users.map((user) => [user.id, user.displayName]));
};

/** Number that the office's next letter of a year would take, if no other came first. */
export const peekSerial = async (
  tx: Transaction,
  subdistrictCode: string,
  year: number,
): Promise<number> => {
  const row = await tx.letterCounter.findUnique({
    where: { subdistrictCode_year: { subdistrictCode, year } },
    select: { last: true },
  });
  return (row?.last ?? 0) + 1;
};

/** Who leads an office today: camat and sekcam, and who stands in for them. */
export const findLeaderPosts = (
  tx: Transaction,
  subdistrictCode: string,
  now: Date,
): Promise<readonly LeaderPost[]> =>
  tx.$queryRaw<LeaderPost[]>`
    SELECT r.user_id AS "userId", u.display_name AS name, r.role, r.acting
    FROM running_assignments(${officeToday(now)}::date) r
    JOIN "user" u ON u.id = r.user_id AND u.disabled_at IS NULL
    WHERE r.area_code = ${subdistrictCode}
      AND r.role IN ('subdistrict-head', 'subdistrict-secretary')
    ORDER BY r.role, u.display_name`;
