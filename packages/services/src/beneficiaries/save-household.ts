import type { Transaction } from "@rembuk/db/client";
import type { MemberInput, SaveHouseholdCommand } from "@rembuk/domain/beneficiaries/commands";
import { registryEvent } from "@rembuk/domain/beneficiaries/events";
import { isStanding, type Resident } from "@rembuk/domain/beneficiaries/model";
import type { NikWarning } from "@rembuk/domain/beneficiaries/nik";
import {
  type CheckedMember,
  checkFamilyCard,
  checkMembers,
  type ToldMember,
} from "@rembuk/domain/beneficiaries/registering";
import { localDate } from "@rembuk/domain/calendars/local-date";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireInArea } from "../kernel/require-permission";
import {
  findElsewhere,
  findKnownSubdistricts,
  requireNiksFree,
  writeHousehold,
  writeLeaving,
  writeMember,
} from "./household-store";
import { openMembers, registryToday } from "./registry-store";

export interface SavedHousehold {
  readonly householdId: string;
  readonly version: number;
  /** Places in the list of members whose NIK stands in another village of the kecamatan too. */
  readonly elsewhere: readonly number[];
  /** What is odd about a member's NIK, by its place in the list. */
  readonly warnings: readonly { readonly at: number; readonly codes: readonly NikWarning[] }[];
}

/** A member as told; what an editor left empty of one who is there stays as it was. */
const filled = (told: MemberInput, known: Resident | undefined): ToldMember => ({
  name: told.name,
  relation: told.relation,
  sex: told.sex,
  birthDate: told.birthDate ? localDate(told.birthDate) : (known?.birthDate ?? null),
  nik: told.nik ?? known?.nik ?? null,
  nikMissing: told.nikMissing ?? known?.nikMissing ?? null,
  phone: told.phone ?? known?.phone ?? null,
});

/** Who is on the card stays or leaves by name: nobody drops out of a list unsaid. */
const requireWhole = (command: SaveHouseholdCommand, members: readonly Resident[]): void => {
  const ids = members.filter(isStanding).map((one) => one.id);
  const named = [
    ...command.members.flatMap((one) => one.residentId ?? []),
    ...command.leaving.map((one) => one.residentId),
  ];
  if (new Set(named).size !== named.length || named.some((id) => !ids.includes(id)))
    throw new DomainError("not-found", "RESIDENT_NOT_FOUND");
  if (ids.some((id) => !named.includes(id)))
    throw new DomainError("invalid", "INPUT_INVALID", { field: "members" });
};

const writeMembers = async (
  tx: Transaction,
  ctx: ServiceContext,
  command: SaveHouseholdCommand,
  of: { readonly householdId: string; readonly known: ReadonlyMap<string, Resident> },
): Promise<readonly CheckedMember[]> => {
  const { villageCode } = command;
  const knownOf = (one: MemberInput) => of.known.get(one.residentId ?? "");
  const told = command.members.map((one) => filled(one, knownOf(one)));
  const areas = await findKnownSubdistricts(
    tx,
    told.map((one) => one.nik),
  );
  const checked = checkMembers(told, {
    ...{ today: registryToday(ctx), demo: ctx.demo, subdistrictCode: villageCode.slice(0, 8) },
    isKnownSubdistrict: (code) => areas.has(code),
  });
  await requireNiksFree(tx, ctx, checked, { villageCode, householdId: of.householdId });
  await writeLeaving(tx, command.leaving);
  for (const [position, one] of checked.entries()) {
    const input = command.members[position] as MemberInput;
    const known = knownOf(input);
    const id = known?.id ?? ctx.newId();
    const createdById = known?.createdById ?? ctx.actor.userId;
    const whose = { id, villageCode, createdById, position, status: "living" as const };
    const member = { ...one, ...whose, aliases: input.aliases };
    await writeMember(tx, ctx, of.householdId, { member, known });
  }
  return checked;
};

const happened = (command: SaveHouseholdCommand, saved: { id: string; version: number }) => {
  const { villageCode, members, leaving } = command;
  const counted = { villageCode, members: members.length, version: saved.version };
  if (!command.householdId) return registryEvent("household.registered", saved.id, counted);
  return registryEvent("household.changed", saved.id, {
    ...counted,
    joined: members.filter((one) => !one.residentId).length,
    left: leaving.map((one) => one.status),
  });
};

const saved = async (tx: Transaction, ctx: ServiceContext, command: SaveHouseholdCommand) => {
  const { villageCode, householdId, familyCardNumber } = command;
  const before = householdId ? await openMembers(tx, ctx, [householdId]) : [];
  requireWhole(command, before);
  const today = registryToday(ctx);
  const cardNumber = familyCardNumber
    ? checkFamilyCard(familyCardNumber, { today, demo: ctx.demo })
    : null;
  const row = await writeHousehold(tx, ctx, { ...command, cardNumber });
  const known = new Map(before.map((one) => [one.id, one]));
  const checked = await writeMembers(tx, ctx, command, { householdId: row.id, known });
  const result: SavedHousehold = {
    ...{ householdId: row.id, version: row.version },
    elsewhere: await findElsewhere(tx, ctx, checked, villageCode),
    warnings: checked.flatMap(({ nikWarnings: codes }, at) =>
      codes.length > 0 ? [{ at, codes }] : [],
    ),
  };
  await recordEvents(tx, ctx, [happened(command, row)], command, result);
  return result;
};

/**
 * A household with its members, new or changed, as the village knows them. A NIK that stands in another village
 * of the kecamatan is taken and said: whether it is one person is decided there.
 * @throws forbidden outside one's village; not-found HOUSEHOLD_NOT_FOUND, RESIDENT_NOT_FOUND; conflict
 * HOUSEHOLD_CHANGED_MEANWHILE, NIK_TAKEN, NIK_TWICE, FAMILY_CARD_TAKEN; invalid INPUT_INVALID, NIK_INVALID,
 * FAMILY_CARD_INVALID, PHONE_INVALID, HOUSEHOLD_HEAD with the field
 */
export const saveHousehold = async (
  ctx: ServiceContext,
  command: SaveHouseholdCommand,
): Promise<SavedHousehold> => {
  requireInArea(ctx, "household.save", command.villageCode);
  return once(ctx, command, (tx) => saved(tx, ctx, command));
};
