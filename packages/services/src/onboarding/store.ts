import type { Transaction } from "@rembuk/db/client";
import type { SaveOfficeCommand } from "@rembuk/domain/onboarding/commands";
import type { Mark, MarkedStep } from "@rembuk/domain/onboarding/model";
import type { PlannedOrganization } from "@rembuk/domain/staff/installation";
import type { ServiceContext } from "../context";

export const findOfficeRow = (tx: Transaction, subdistrictCode: string) =>
  tx.office.findUnique({ where: { subdistrictCode } });

/** Which kecamatan begins its numbers with these letters; null when they are free. */
export const findLetters = async (tx: Transaction, letters: string): Promise<string | null> =>
  (await tx.office.findUnique({ where: { letters }, select: { subdistrictCode: true } }))
    ?.subdistrictCode ?? null;

/** The kecamatan and how many villages it has; null where the master data know no such kecamatan. */
export const findSubdistrict = async (
  tx: Transaction,
  code: string,
): Promise<{ readonly name: string } | null> =>
  tx.area.findFirst({ where: { code, level: 3 }, select: { name: true } });

export const saveOfficeRow = async (
  tx: Transaction,
  { clientActionId: _, ...office }: SaveOfficeCommand,
): Promise<void> => {
  const { subdistrictCode } = office;
  await tx.office.upsert({
    where: { subdistrictCode },
    create: office,
    update: office,
    select: { subdistrictCode: true },
  });
};

export const saveMark = async (
  tx: Transaction,
  ctx: ServiceContext,
  { areaCode, step, mark }: { areaCode: string; step: MarkedStep; mark: Mark | null },
): Promise<void> => {
  const key = { subdistrictCode: areaCode, step };
  if (mark === null) {
    await tx.onboardingMark.deleteMany({ where: key });
    return;
  }
  const made = { state: mark, markedById: ctx.actor.userId, markedAt: ctx.now() };
  await tx.onboardingMark.upsert({
    where: { subdistrictCode_step: key },
    create: { ...key, ...made },
    update: made,
    select: { step: true },
  });
};

/** Opens the fence of the offices around a kecamatan at these places, until the transaction ends. */
export const openOfficeFence = async (
  tx: Transaction,
  areaCodes: readonly string[],
): Promise<void> => {
  await tx.$queryRaw`SELECT set_config('rembuk.offices', ${areaCodes.join(",")}, true)`;
};

/** Offices that are already there, by place and sector. */
export const listPlacedSectors = async (
  tx: Transaction,
  areaCodes: readonly string[],
): Promise<ReadonlySet<string>> => {
  const rows = await tx.organization.findMany({
    where: { areaCode: { in: [...areaCodes] }, kind: "office" },
    select: { areaCode: true, sectorCode: true },
  });
  return new Set(rows.map((row) => `${row.areaCode}:${row.sectorCode}`));
};

export const insertOrganizations = async (
  tx: Transaction,
  ctx: ServiceContext,
  planned: readonly PlannedOrganization[],
): Promise<void> => {
  await tx.organization.createMany({
    data: planned.map((o) => ({ ...o, id: ctx.newId(), createdAt: ctx.now() })),
  });
};

export const findOrganization = (tx: Transaction, id: string) =>
  tx.organization.findFirst({
    where: { id, kind: "office" },
    select: { id: true, areaCode: true },
  });

export const saveContactRow = async (
  tx: Transaction,
  id: string,
  contact: { readonly name: string; readonly phone: string | null },
): Promise<void> => {
  await tx.organization.update({ where: { id }, data: contact, select: { id: true } });
};
