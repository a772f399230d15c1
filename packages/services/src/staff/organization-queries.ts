import type { Database, Transaction } from "@rembuk/db/client";
import { organizationOfParty } from "@rembuk/domain/access/party-key";
import { canInArea } from "@rembuk/domain/access/policy";
import { regencyOf } from "@rembuk/domain/areas/area-code";
import type { ListOrganizationsInput } from "@rembuk/domain/staff/organization-commands";
import {
  type OrganizationContact,
  type OrganizationState,
  organizationSector,
  organizationState,
  type PartnerOrganization,
} from "@rembuk/domain/staff/organizations";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { requireInArea } from "../kernel/require-permission";
import {
  findContacts,
  openPartnerFence,
  organizationFields,
  toPartner,
} from "./organization-store";
import { officeToday } from "./running-queries";

/** A partner that works now, as pick lists and rules take it. */
export interface ServingPartner extends Pick<PartnerOrganization, "id" | "name" | "areaCode"> {
  /** The row of the sector table that it stands beside; null: none. */
  readonly sectorCode: string | null;
}

/** The partners that work in any of these places on this day, by name. */
export const listServingPartners = async (
  from: Database | Transaction,
  areaCodes: readonly string[],
  now: Date,
): Promise<readonly ServingPartner[]> => {
  const today = officeToday(now);
  const rows = await from.organization.findMany({
    where: { kind: { not: "office" }, areaCode: { in: [...areaCodes] }, closedAt: null },
    select: organizationFields,
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return rows
    .map(toPartner)
    .filter((one) => organizationState(one, today) === "running")
    .map(({ id, name, areaCode, kind }) => ({
      ...{ id, name, areaCode },
      sectorCode: organizationSector(kind),
    }));
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A partner by its id, whatever its state; null: there is none. */
export const findPartner = async (
  from: Database | Transaction,
  id: string,
): Promise<PartnerOrganization | null> => {
  if (!uuid.test(id)) return null;
  const row = await from.organization.findFirst({
    where: { id, kind: { not: "office" } },
    select: organizationFields,
  });
  return row && toPartner(row);
};

/** A partner that works now; null: there is none, or it no longer works. */
export const findServingPartner = async (
  from: Database | Transaction,
  id: string,
  now: Date,
): Promise<PartnerOrganization | null> => {
  const found = await findPartner(from, id);
  return found && organizationState(found, officeToday(now)) === "running" ? found : null;
};

/** What the organisations among these parties are called, by party; closed ones keep their name. */
export const findOrganizationNames = async (
  from: Database | Transaction,
  parties: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const ids = parties.flatMap((party) => organizationOfParty(party) ?? []);
  if (ids.length === 0) return new Map();
  const rows = await from.organization.findMany({
    where: { id: { in: ids.filter((id) => uuid.test(id)) } },
    select: { id: true, name: true },
  });
  return new Map(rows.map((row) => [`org:${row.id}`, row.name]));
};

export interface OrganizationDto extends PartnerOrganization {
  readonly areaName: string;
  readonly state: OrganizationState;
  readonly contacts: readonly OrganizationContact[];
  /** How many accounts answer for it now. */
  readonly people: number;
  readonly mayEdit: boolean;
}

export interface OrganizationPage {
  readonly items: readonly OrganizationDto[];
  readonly mayEdit: boolean;
}

const countPeople = async (tx: Transaction, ids: readonly string[], now: Date) => {
  const rows = await tx.$queryRaw<{ id: string; people: number }[]>`
    SELECT r.organization_id AS id, count(DISTINCT r.user_id)::int AS people
    FROM running_assignments(${officeToday(now)}::date) r
    JOIN "user" u ON u.id = r.user_id AND u.disabled_at IS NULL
    WHERE r.role = 'partner-organisation' AND r.organization_id = ANY(${ids as string[]}::uuid[])
    GROUP BY r.organization_id`;
  return new Map(rows.map((row) => [row.id, row.people]));
};

/** Those of the place itself, of what lies in it, and of the kabupaten around it. */
const readPartners = async (tx: Transaction, areaCode: string) => {
  const regency = regencyOf(areaCode);
  const rows = await tx.organization.findMany({
    where: {
      kind: { not: "office" },
      OR: [
        { areaCode: { startsWith: areaCode } },
        ...(regency === null ? [] : [{ areaCode: regency }]),
      ],
    },
    select: organizationFields,
    orderBy: [{ closedAt: { sort: "asc", nulls: "first" } }, { name: "asc" }, { id: "asc" }],
    take: 500,
  });
  return rows.map(toPartner);
};

/**
 * The partner organisations of a place with whom to call there.
 * @throws forbidden outside the reader's area
 */
export const listOrganizations = async (
  ctx: ServiceContext,
  { areaCode }: ListOrganizationsInput,
): Promise<OrganizationPage> => {
  requireInArea(ctx, "organization.read", areaCode);
  return inTransaction(ctx, async (tx) => {
    const partners = await readPartners(tx, areaCode);
    const ids = partners.map((one) => one.id);
    const places = [...new Set(partners.map((one) => one.areaCode))];
    await openPartnerFence(tx, places);
    const [contacts, people, areas] = await Promise.all([
      findContacts(tx, ids),
      countPeople(tx, ids, ctx.now()),
      tx.area.findMany({ where: { code: { in: places } }, select: { code: true, name: true } }),
    ]);
    const names = new Map(areas.map((area) => [area.code, area.name]));
    const today = officeToday(ctx.now());
    const mayEdit = (code: string) => canInArea(ctx.actor, "organization.edit", { areaCode: code });
    return {
      items: partners.map((one) => ({
        ...one,
        areaName: names.get(one.areaCode) ?? one.areaCode,
        state: organizationState(one, today),
        contacts: contacts.get(one.id) ?? [],
        people: people.get(one.id) ?? 0,
        mayEdit: mayEdit(one.areaCode),
      })),
      mayEdit: mayEdit(areaCode),
    };
  });
};
