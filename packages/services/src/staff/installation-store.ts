import type { Database, Transaction } from "@rembuk/db/client";
import type {
  InstallationPlan,
  KnownArea,
  KnownSector,
  PlannedOrganization,
} from "@rembuk/domain/staff/installation";
import type { ServiceContext } from "../context";

export const findAreasByCode = (
  tx: Transaction,
  codes: readonly string[],
): Promise<readonly KnownArea[]> =>
  tx.area.findMany({ where: { code: { in: [...codes] } }, select: { code: true, name: true } });

/** Every bidang; the sections of a kecamatan are no offices around it. */
export const listOfficeSectors = (tx: Transaction): Promise<readonly KnownSector[]> =>
  tx.sector.findMany({
    where: { level: { not: "section" } },
    select: { code: true, name: true, level: true },
    orderBy: { code: "asc" },
  });

export const insertOffices = async (
  tx: Transaction,
  plan: InstallationPlan,
  areas: readonly KnownArea[],
): Promise<void> => {
  await tx.office.createMany({
    data: plan.subdistricts.map(({ code, name, brand, ...office }) => ({
      ...office,
      subdistrictCode: code,
      name: name ?? `Kecamatan ${areas.find((a) => a.code === code)?.name ?? code}`,
      brand: brand ?? null,
    })),
  });
};

export const insertOrganizations = async (
  tx: Transaction,
  ctx: ServiceContext,
  organizations: readonly PlannedOrganization[],
): Promise<void> => {
  await tx.organization.createMany({
    data: organizations.map((o) => ({ ...o, id: ctx.newId(), createdAt: ctx.now() })),
  });
};

export const insertLocalHolidays = async (
  tx: Transaction,
  holidays: InstallationPlan["holidays"],
): Promise<void> => {
  await tx.holiday.createMany({
    data: holidays.map((h) => ({ ...h, date: new Date(`${h.date}T00:00:00Z`), type: "LOCAL" })),
    skipDuplicates: true,
  });
};

export interface Administrator {
  readonly userId: string;
  readonly username: string;
  readonly hasPassword: boolean;
}

/** Who administers the whole installation, now or later. */
export const listAdministrators = async (db: Database): Promise<readonly Administrator[]> => {
  const rows = await db.user.findMany({
    where: { disabledAt: null, assignments: { some: { role: "administrator" } } },
    select: { id: true, username: true, passwordHash: true },
  });
  return rows.map((u) => ({ userId: u.id, username: u.username, hasPassword: !!u.passwordHash }));
};

/** The account of this name; null when there is none. */
export const findUserId = async (db: Database, username: string): Promise<string | null> =>
  (await db.user.findUnique({ where: { username }, select: { id: true } }))?.id ?? null;

export const countOffices = (db: Database): Promise<number> => db.office.count();
