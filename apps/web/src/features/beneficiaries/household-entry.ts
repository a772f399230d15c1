import type { SaveHouseholdCommand } from "@rembuk/domain/beneficiaries/commands";
import {
  type LeavingStatus,
  leavingStatuses,
  type NikMissing,
  nikMissingReasons,
  type Relation,
  relations,
} from "@rembuk/domain/beneficiaries/model";
import { parseFamilyCardNumber, parseNik } from "@rembuk/domain/beneficiaries/nik";
import { parsePhone } from "@rembuk/domain/beneficiaries/phone";
import { localDate } from "@rembuk/domain/calendars/local-date";
import type { Household } from "./registry-data";

/** A member as the form holds it: words of inputs. */
export interface MemberEntry {
  /** "" for a new one. */
  residentId: string;
  name: string;
  aliases: string;
  relation: string;
  sex: string;
  birthDate: string;
  /** "has", or why there is none. */
  nikState: string;
  nik: string;
  /** As it stands, masked; "" for none. */
  maskedNik: string;
  phone: string;
  maskedPhone: string;
  age: number | null;
  /** "" stays; else why the person leaves the household. */
  leaving: string;
}

export interface HouseholdEntry {
  villageCode: string;
  card: string;
  maskedCard: string;
  hamlet: string;
  rt: string;
  rw: string;
  address: string;
  members: MemberEntry[];
}

export const emptyMember = (relation: Relation | ""): MemberEntry => ({
  ...{ residentId: "", name: "", aliases: "", relation, sex: "", birthDate: "" },
  ...{ nikState: "has", nik: "", maskedNik: "", phone: "", maskedPhone: "", age: null },
  leaving: "",
});

export const emptyHousehold = (villageCode: string): HouseholdEntry => ({
  ...{ villageCode, card: "", maskedCard: "", hamlet: "", rt: "", rw: "", address: "" },
  members: [emptyMember("head")],
});

/** What is stored; numbers and birth dates stay empty, and empty means as they were. */
export const entryOf = (household: Household): HouseholdEntry => ({
  ...{ villageCode: household.villageCode, card: "", maskedCard: household.maskedCard ?? "" },
  ...{ hamlet: household.hamlet, rt: household.rt, rw: household.rw, address: household.address },
  members: household.members
    .filter((one) => one.mergedInto === null)
    .map((one) => ({
      ...{ residentId: one.id, name: one.name, aliases: one.ownAliases.join(", ") },
      ...{ relation: one.relation, sex: one.sex, birthDate: "", age: one.age },
      ...{ nikState: one.nikMissing ?? "has", nik: "", maskedNik: one.maskedNik ?? "" },
      ...{ phone: "", maskedPhone: one.maskedPhone ?? "", leaving: "" },
    })),
});

/** Key of the sentence under `registry.errors`. */
export type EntryProblem =
  | "village"
  | "card"
  | "name"
  | "relation"
  | "head"
  | "sex"
  | "birthDate"
  | "nik"
  | "nikTwice"
  | "phone";

const today = (): string => new Date().toISOString().slice(0, 10);
const options = () => ({ today: localDate(today()), demo: true });

const nikProblem = (one: MemberEntry): EntryProblem | null => {
  if (one.nikState !== "has") return null;
  if (one.nik.trim() === "") return one.maskedNik === "" ? "nik" : null;
  return parseNik(one.nik, options()).ok ? null : "nik";
};

const memberProblems = (one: MemberEntry): Partial<Record<keyof MemberEntry, EntryProblem>> => {
  if (one.leaving !== "") return {};
  const isKept = one.residentId !== "" && one.birthDate === "";
  const isBorn = one.birthDate >= "1900-01-01" && one.birthDate <= today();
  const nik = nikProblem(one);
  return {
    ...(one.name.trim() === "" ? { name: "name" as const } : {}),
    ...(one.relation === "" ? { relation: "relation" as const } : {}),
    ...(one.sex === "" ? { sex: "sex" as const } : {}),
    ...(isKept || isBorn ? {} : { birthDate: "birthDate" as const }),
    ...(nik ? { nik } : {}),
    ...(one.phone.trim() === "" || parsePhone(one.phone).ok ? {} : { phone: "phone" as const }),
  };
};

/** What is missing or does not fit, by the path of its field, in the order of the form. */
export function entryProblems(entry: HouseholdEntry): ReadonlyMap<string, EntryProblem> {
  const problems = new Map<string, EntryProblem>();
  if (entry.villageCode === "") problems.set("villageCode", "village");
  const hasCard = entry.card.trim() !== "";
  if (hasCard && !parseFamilyCardNumber(entry.card, options()).ok) problems.set("card", "card");
  const seen = new Set<string>();
  for (const [at, one] of entry.members.entries()) {
    for (const [field, problem] of Object.entries(memberProblems(one)))
      problems.set(`members.${at}.${field}`, problem);
    const digits = one.nik.replace(/\D/g, "");
    if (digits !== "" && seen.has(digits)) problems.set(`members.${at}.nik`, "nikTwice");
    seen.add(digits);
  }
  const staying = entry.members.filter((one) => one.leaving === "");
  const heads = staying.filter((one) => one.relation === "head").length;
  const first = entry.members.findIndex((one) => one.leaving === "");
  if (heads !== 1 && staying.every((one) => one.relation !== ""))
    problems.set(`members.${Math.max(first, 0)}.relation`, "head");
  return problems;
}

const orNull = (text: string): string | null => text.trim() || null;
const pick = <T extends string>(all: readonly T[], text: string): T | undefined =>
  all.find((one) => one === text);

const memberCommand = (one: MemberEntry): SaveHouseholdCommand["members"][number] => {
  const missing: NikMissing | undefined = pick(nikMissingReasons, one.nikState);
  return {
    residentId: one.residentId || null,
    name: one.name.trim(),
    aliases: one.aliases
      .split(",")
      .map((alias) => alias.trim())
      .filter(Boolean)
      .slice(0, 5),
    relation: pick(relations, one.relation) ?? "other",
    sex: one.sex === "male" ? "male" : "female",
    birthDate: orNull(one.birthDate),
    nik: missing ? null : orNull(one.nik),
    nikMissing: missing ?? null,
    phone: orNull(one.phone),
  };
};

/** The command of an entry without problems. */
export const saveCommand = (
  entry: HouseholdEntry,
  household: Pick<Household, "id" | "version"> | null,
  clientActionId: string,
): SaveHouseholdCommand => ({
  clientActionId,
  householdId: household?.id ?? null,
  version: household?.version ?? 0,
  villageCode: entry.villageCode,
  familyCardNumber: orNull(entry.card),
  ...{ hamlet: entry.hamlet.trim(), rt: entry.rt.trim(), rw: entry.rw.trim() },
  address: entry.address.trim(),
  members: entry.members.filter((one) => one.leaving === "").map(memberCommand),
  leaving: entry.members.flatMap((one) => {
    const status: LeavingStatus | undefined = pick(leavingStatuses, one.leaving);
    return one.residentId !== "" && status ? [{ residentId: one.residentId, status }] : [];
  }),
});

/** The server names a member by its place among those who stay; the form by its place among all. */
export const formPath = (entry: HouseholdEntry, field: string): string => {
  if (field === "familyCardNumber") return "card";
  const [, at, part] = /^members\.(\d+)\.(\w+)$/.exec(field) ?? [];
  if (at === undefined) return field;
  const staying = entry.members.flatMap((one, place) => (one.leaving === "" ? [place] : []));
  return `members.${staying[Number(at)] ?? at}.${part}`;
};
