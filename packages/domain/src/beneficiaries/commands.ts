import { z } from "zod";
import { leavingStatuses, nikMissingReasons, relations } from "./model";

const clientAction = { clientActionId: z.uuid() };
export const villageCodeInput = z.string().regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/);
const words = (least: number, most: number) => z.string().trim().min(least).max(most);
const purpose = words(5, 300);
/** As typed: with spaces and dots. */
const digits = z
  .string()
  .trim()
  .regex(/^[\d\s.-]{1,40}$/);

export const mostMembers = 20;

const memberInput = z.object({
  /** Null: a new member. */
  residentId: z.uuid().nullish(),
  name: words(1, 120),
  aliases: z.array(words(1, 120)).max(5).default([]),
  relation: z.enum(relations),
  sex: z.enum(["female", "male"]),
  /** Null on a member who is there: as it was. */
  birthDate: z.iso.date().nullish(),
  nik: digits.nullish(),
  nikMissing: z.enum(nikMissingReasons).nullish(),
  phone: z
    .string()
    .trim()
    .regex(/^\+?[\d ()-]{6,24}$/)
    .nullish(),
});
export type MemberInput = z.infer<typeof memberInput>;

export const saveHouseholdCommand = z.object({
  ...clientAction,
  householdId: z.uuid().nullish(),
  /** The version that was seen; 0 for a new one. */
  version: z.int().nonnegative(),
  villageCode: villageCodeInput,
  /** Null on a household that is there: as it was. */
  familyCardNumber: digits.nullish(),
  hamlet: words(0, 80).default(""),
  rt: z
    .string()
    .trim()
    .regex(/^\d{0,3}$/)
    .default(""),
  rw: z
    .string()
    .trim()
    .regex(/^\d{0,3}$/)
    .default(""),
  address: words(0, 200).default(""),
  members: z.array(memberInput).min(1).max(mostMembers),
  /** Members who are there no longer, and why. */
  leaving: z
    .array(z.object({ residentId: z.uuid(), status: z.enum(leavingStatuses) }))
    .max(mostMembers)
    .default([]),
});
export type SaveHouseholdCommand = z.infer<typeof saveHouseholdCommand>;

export const listHouseholdsInput = z.object({
  /** A name, a NIK or a No. KK. */
  text: z.string().trim().max(100).nullish(),
  villageCode: villageCodeInput.nullish(),
  cursor: z.uuid().nullish(),
  limit: z.int().min(1).max(100).default(40),
});
export type ListHouseholdsInput = z.input<typeof listHouseholdsInput>;

export const showHouseholdInput = z.object({ householdId: z.uuid() });

/** NIK, birth date and phone of a member, or the number of the family card, for a stated purpose. */
export const revealResidentCommand = z.object({ residentId: z.uuid(), reason: purpose });
export const revealFamilyCardCommand = z.object({ householdId: z.uuid(), reason: purpose });

const pair = { ...clientAction, firstId: z.uuid(), secondId: z.uuid(), reason: purpose };
/** Two records of one person: the kept one goes on, the other stays readable behind it. */
export const mergeResidentsCommand = z
  .object({ ...pair, keptId: z.uuid() })
  .refine((c) => c.firstId !== c.secondId && [c.firstId, c.secondId].includes(c.keptId), {
    path: ["keptId"],
  });
export type MergeResidentsCommand = z.infer<typeof mergeResidentsCommand>;

/** Two persons after all: not proposed again. */
export const tellApartCommand = z
  .object(pair)
  .refine((c) => c.firstId !== c.secondId, { path: ["secondId"] });
export type TellApartCommand = z.infer<typeof tellApartCommand>;

export const undoResidentMergeCommand = z.object({
  ...clientAction,
  mergedId: z.uuid(),
  reason: purpose,
});
export type UndoResidentMergeCommand = z.infer<typeof undoResidentMergeCommand>;
