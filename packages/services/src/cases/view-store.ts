import type { Prisma, Transaction } from "@rembuk/db/client";
import { mostViews, type SavedAddress, savedAddress } from "@rembuk/domain/cases/saved-views";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";

const columns = {
  id: true,
  version: true,
  name: true,
  ownerId: true,
  officeKey: true,
  address: true,
  updatedById: true,
  updatedAt: true,
} as const;

type Row = Prisma.SavedViewGetPayload<{ select: typeof columns }>;
export type StoredView = Omit<Row, "address"> & { readonly address: SavedAddress };

/** Words that are no longer known leave a view; the rest of it still narrows. */
const addressOf = (stored: unknown): SavedAddress => {
  const entries = Object.entries(stored ?? {}).filter(
    ([word, value]) => savedAddress.safeParse({ [word]: value }).success,
  );
  return savedAddress.parse(Object.fromEntries(entries));
};

const toView = (row: Row): StoredView => ({ ...row, address: addressOf(row.address) });

/** Those within the fence: one's own and those of one's offices, by name. */
export const findViews = async (tx: Transaction): Promise<readonly StoredView[]> => {
  const rows = await tx.savedView.findMany({
    select: columns,
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 8 * mostViews,
  });
  return rows.map(toView);
};

export const findView = async (tx: Transaction, id: string): Promise<StoredView | null> => {
  const row = await tx.savedView.findUnique({ where: { id }, select: columns });
  return row && toView(row);
};

/** How many views the office, or the person alone, keeps already. */
export const countViews = (
  tx: Transaction,
  { ownerId, officeKey }: Pick<StoredView, "ownerId" | "officeKey">,
): Promise<number> =>
  tx.savedView.count({ where: officeKey === null ? { ownerId, officeKey } : { officeKey } });

const changedMeanwhile = async (tx: Transaction, id: string): Promise<DomainError> => {
  const now = await findView(tx, id);
  return now
    ? new DomainError("conflict", "VIEW_CHANGED_MEANWHILE", { version: now.version })
    : new DomainError("not-found", "VIEW_NOT_FOUND");
};

export type NewView = Omit<StoredView, "updatedById" | "updatedAt">;

/**
 * A new view (version 1), or the next version over the one that was seen.
 * @throws conflict VIEW_CHANGED_MEANWHILE with the version that somebody else made
 */
export const writeView = async (
  tx: Transaction,
  ctx: ServiceContext,
  { id, address, ...view }: NewView,
): Promise<void> => {
  const stamp = { updatedById: ctx.actor.userId, updatedAt: ctx.now() };
  const data = { ...view, ...stamp, address: { ...address } };
  if (view.version === 1) {
    await tx.savedView.create({ data: { id, ...data }, select: { id: true } });
    return;
  }
  const { count } = await tx.savedView.updateMany({
    where: { id, version: view.version - 1 },
    data,
  });
  if (count !== 1) throw await changedMeanwhile(tx, id);
};

/** @throws conflict VIEW_CHANGED_MEANWHILE */
export const removeView = async (
  tx: Transaction,
  { id, version }: Pick<StoredView, "id" | "version">,
): Promise<void> => {
  const { count } = await tx.savedView.deleteMany({ where: { id, version } });
  if (count !== 1) throw await changedMeanwhile(tx, id);
};

export const findStart = async (tx: Transaction, userId: string): Promise<string | null> => {
  const row = await tx.startView.findUnique({ where: { userId }, select: { viewKey: true } });
  return row?.viewKey ?? null;
};

/** Null: the queue itself. */
export const writeStart = async (
  tx: Transaction,
  userId: string,
  viewKey: string | null,
): Promise<void> => {
  await tx.startView.deleteMany({ where: { userId } });
  if (viewKey !== null)
    await tx.startView.create({ data: { userId, viewKey }, select: { userId: true } });
};

/** Names of who changed a view last. */
export const namesOfPeople = async (
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const users = await tx.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, displayName: true },
  });
  return new Map(users.map((user) => [user.id, user.displayName]));
};
