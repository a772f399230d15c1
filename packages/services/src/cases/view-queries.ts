import { officesOf, type RoleView, roleViewsOf } from "@rembuk/domain/cases/saved-views";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { requireHeld } from "../kernel/require-permission";
import { findStart, findViews, namesOfPeople, type StoredView } from "./view-store";

export interface SavedView
  extends Pick<StoredView, "id" | "version" | "name" | "officeKey" | "address" | "updatedAt"> {
  readonly isOwn: boolean;
  readonly updatedByName: string;
}

export interface OfficeOption {
  readonly key: string;
  readonly name: string;
}

export interface Views {
  /** What comes with the reader's roles. */
  readonly ofRole: readonly RoleView[];
  readonly saved: readonly SavedView[];
  /** Offices with which the reader may share one. */
  readonly offices: readonly OfficeOption[];
  /** The view that the reader's queue begins with; null: the queue itself. */
  readonly startKey: string | null;
}

const namedOffices = async (ctx: ServiceContext): Promise<readonly OfficeOption[]> => {
  const keys = officesOf(ctx.actor);
  const parts = keys.map((key) => key.split(":"));
  const [areas, sectors] = await Promise.all([
    ctx.db.area.findMany({
      where: { code: { in: parts.flatMap(([code]) => code ?? []) } },
      select: { code: true, name: true },
    }),
    ctx.db.sector.findMany({
      where: { code: { in: parts.flatMap(([, code]) => code ?? []) } },
      select: { code: true, name: true },
    }),
  ]);
  return keys.map((key, at) => {
    const [area, sector] = parts[at] ?? [];
    const name = sector
      ? sectors.find(({ code }) => code === sector)?.name
      : areas.find(({ code }) => code === area)?.name;
    return { key, name: name ?? key };
  });
};

/** The views that the reader may open: those of their roles, their own, and those of their offices. */
export const listViews = async (ctx: ServiceContext): Promise<Views> => {
  requireHeld(ctx, "case.read");
  const me = ctx.actor.userId;
  const [offices, kept] = await Promise.all([
    namedOffices(ctx),
    inTransaction(ctx, async (tx) => {
      const views = await findViews(tx);
      const names = await namesOfPeople(
        tx,
        views.map((view) => view.updatedById),
      );
      return { views, names, startKey: await findStart(tx, me) };
    }),
  ]);
  const saved = kept.views.map(({ ownerId, updatedById, ...view }) => ({
    ...view,
    isOwn: ownerId === me,
    updatedByName: kept.names.get(updatedById) ?? "",
  }));
  return { ofRole: roleViewsOf(ctx.actor), saved, offices, startKey: kept.startKey };
};

/**
 * The address of a view by its key, or of the one that the reader's queue begins with.
 * @returns null where there is none, or none any more, or none within reach
 */
export const findViewAddress = async (
  ctx: ServiceContext,
  asked: string | null = null,
): Promise<{ readonly key: string; readonly address: RoleView["address"] } | null> => {
  const { startKey, ofRole, saved } = await listViews(ctx);
  const wanted = asked ?? startKey;
  if (wanted === null) return null;
  const view = saved.find(({ id }) => id === wanted) ?? ofRole.find(({ key }) => key === wanted);
  return view ? { key: wanted, address: view.address } : null;
};
