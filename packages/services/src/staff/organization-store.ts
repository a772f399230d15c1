import type { Transaction } from "@rembuk/db/client";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { SaveOrganizationCommand } from "@rembuk/domain/staff/organization-commands";
import {
  type OrganizationContact,
  type OrganizationKind,
  organizationSector,
  type PartnerOrganization,
} from "@rembuk/domain/staff/organizations";
import type { ServiceContext } from "../context";

/** A day of the office as PostgreSQL's date reads it, and back. */
const toDay = (text: string): Date => new Date(`${text}T00:00:00Z`);
const fromDay = (date: Date | null): string => date?.toISOString().slice(0, 10) ?? "";

export const organizationFields = {
  ...{ id: true, name: true, kind: true, areaCode: true, address: true, agreementNumber: true },
  ...{ startsOn: true, endsOn: true, closedAt: true, version: true },
} as const;

interface OrganizationFields {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly areaCode: string;
  readonly address: string | null;
  readonly agreementNumber: string | null;
  readonly startsOn: Date | null;
  readonly endsOn: Date | null;
  readonly closedAt: Date | null;
  readonly version: number;
}

/** A row of `organization` that is a partner, to the model. */
export const toPartner = (row: OrganizationFields): PartnerOrganization => ({
  id: row.id,
  name: row.name,
  kind: row.kind as OrganizationKind,
  areaCode: row.areaCode,
  address: row.address,
  agreementNumber: row.agreementNumber ?? "",
  startsOn: fromDay(row.startsOn),
  endsOn: fromDay(row.endsOn),
  isActive: row.closedAt === null,
  version: row.version,
});

/** Opens the fence of partners to the places that were authorised, until the transaction ends. */
export const openPartnerFence = async (
  tx: Transaction,
  areaCodes: readonly string[],
): Promise<void> => {
  await tx.$queryRaw`SELECT set_config('rembuk.partners', ${areaCodes.join(",")}, true)`;
};

/** A partner by its id, whatever its state. @throws not-found ORGANIZATION_NOT_FOUND */
export const getPartner = async (tx: Transaction, id: string): Promise<PartnerOrganization> => {
  const row = await tx.organization.findFirst({
    where: { id, kind: { not: "office" } },
    select: organizationFields,
  });
  if (!row) throw new DomainError("not-found", "ORGANIZATION_NOT_FOUND");
  return toPartner(row);
};

const isTaken = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "P2002";

const nameTaken = () => new DomainError("conflict", "ORGANIZATION_NAME_TAKEN", { field: "name" });

const replaceContacts = async (
  tx: Transaction,
  organizationId: string,
  areaCode: string,
  contacts: SaveOrganizationCommand["contacts"],
): Promise<void> => {
  await tx.organizationContact.deleteMany({ where: { organizationId } });
  await tx.organizationContact.createMany({
    data: contacts.map((c, position) => ({
      ...{ organizationId, position, areaCode, name: c.name },
      ...{ job: c.position ?? null, phone: c.phone ?? null, email: c.email ?? null },
    })),
  });
};

const columnsOf = (command: SaveOrganizationCommand) => ({
  name: command.name,
  kind: command.kind,
  sectorCode: organizationSector(command.kind),
  address: command.address ?? null,
  agreementNumber: command.agreementNumber,
  startsOn: toDay(command.startsOn),
  endsOn: toDay(command.endsOn),
});

/** @throws conflict ORGANIZATION_NAME_TAKEN when its place has a partner of this name */
export const insertPartner = async (
  tx: Transaction,
  ctx: ServiceContext,
  id: string,
  command: SaveOrganizationCommand,
): Promise<void> => {
  const { areaCode } = command;
  const data = { ...columnsOf(command), id, areaCode, createdAt: ctx.now() };
  try {
    await tx.organization.create({ data, select: { id: true } });
  } catch (error) {
    throw isTaken(error) ? nameTaken() : error;
  }
  await replaceContacts(tx, id, areaCode, command.contacts);
};

/** On the version that was read. @throws conflict ORGANIZATION_CHANGED_MEANWHILE, ORGANIZATION_NAME_TAKEN */
const changePartner = async (
  tx: Transaction,
  before: PartnerOrganization,
  data: Partial<ReturnType<typeof columnsOf>> & { readonly closedAt?: Date | null },
): Promise<void> => {
  const { id, version } = before;
  try {
    const { count } = await tx.organization.updateMany({
      where: { id, version },
      data: { ...data, version: version + 1 },
    });
    if (count !== 1)
      throw new DomainError("conflict", "ORGANIZATION_CHANGED_MEANWHILE", { version });
  } catch (error) {
    throw isTaken(error) ? nameTaken() : error;
  }
};

export const updatePartner = async (
  tx: Transaction,
  before: PartnerOrganization,
  command: SaveOrganizationCommand,
): Promise<void> => {
  await changePartner(tx, before, columnsOf(command));
  await replaceContacts(tx, before.id, before.areaCode, command.contacts);
};

/** @param closedAt null: it works again */
export const setPartnerClosed = (
  tx: Transaction,
  before: PartnerOrganization,
  closedAt: Date | null,
): Promise<void> => changePartner(tx, before, { closedAt });

/** Whom to call at these partners, as far as the fence is open, by id. */
export const findContacts = async (
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly OrganizationContact[]>> => {
  const rows = await tx.organizationContact.findMany({
    where: { organizationId: { in: [...ids] } },
    orderBy: [{ organizationId: "asc" }, { position: "asc" }],
  });
  const found = new Map<string, OrganizationContact[]>();
  for (const { organizationId, name, job, phone, email } of rows) {
    const contact = { name, position: job, phone, email };
    found.set(organizationId, [...(found.get(organizationId) ?? []), contact]);
  }
  return found;
};
