import { z } from "zod";
import type { Actor, Assignment } from "../access/actor";
import { partyKey } from "../access/party-key";
import { permissions } from "../access/permissions";
import type { Role } from "../access/roles";
import { clientAction } from "./commands";

/**
 * Words of the list's address that a view keeps. What was searched for is not among them: it may be a
 * name, and a view is shared.
 */
export const savedWords = [
  ...(["tampilan", "status", "kecamatan", "desa", "jenis", "bidang", "unit", "tenggat"] as const),
  ...(["pemegang", "umur", "petugas", "masuk", "jatuhtempo", "eskalasi"] as const),
  ...(["urut", "kelompok", "kolom", "kerapatan"] as const),
] as const;

/** Codes, days and words of a fixed list: no blank, so no sentence and no name of two words. */
const savedValue = z
  .string()
  .min(1)
  .max(2_000)
  .regex(/^[A-Za-z0-9.,_-]+$/);
export const savedAddress = z.partialRecord(z.enum(savedWords), savedValue);
export type SavedAddress = z.infer<typeof savedAddress>;

/** Views that one person, or one office, may keep. */
export const mostViews = 40;

/** A name says what is in the list; a NIK or a phone does not belong there. */
const viewName = z
  .string()
  .trim()
  .min(2)
  .max(60)
  .refine((name) => !/\d(?:[\s.\-/]?\d){8,}/.test(name), "holds a long number");

const viewRef = { viewId: z.uuid(), version: z.int().positive() };

export const saveViewCommand = z.object({
  ...clientAction,
  /** Null: a new one. */
  change: z.object(viewRef).nullable(),
  name: viewName,
  /** The office that shares it, from `officesOf`; null: mine alone. */
  officeKey: z.string().max(40).nullable(),
  address: savedAddress,
});
export type SaveViewCommand = z.infer<typeof saveViewCommand>;

export const deleteViewCommand = z.object({ ...clientAction, ...viewRef });
export type DeleteViewCommand = z.infer<typeof deleteViewCommand>;

/** Id of a saved view or name of one that comes with a role; null: the queue itself. */
export const setStartViewCommand = z.object({
  ...clientAction,
  viewKey: z.string().min(2).max(40).nullable(),
});
export type SetStartViewCommand = z.infer<typeof setStartViewCommand>;

const sectorRoles: readonly Role[] = ["sector-partner", "sector-lead", "inspectorate"];

const officeOf = (a: Assignment): readonly string[] => {
  if (!(a.role in permissions["view.share"])) return [];
  if (!sectorRoles.includes(a.role)) return [a.areaCode];
  return a.sectorCode === null ? [] : [partyKey(a.areaCode, a.sectorCode)];
};

/** The offices whose people share views with the actor, by the keys of the fence. */
export const officesOf = (actor: Actor): readonly string[] => [
  ...new Set(actor.assignments.flatMap(officeOf)),
];

/** A view that comes with a role; its name is wording. */
export interface RoleView {
  readonly key: string;
  readonly address: SavedAddress;
}

const unverified: RoleView = { key: "role-unverified", address: { status: "received" } };
const unowned: RoleView = { key: "role-unowned", address: { pemegang: "unowned" } };
const waiting: RoleView = { key: "role-waiting", address: { status: "on_hold,needs_info" } };
const returned: RoleView = { key: "role-returned", address: { status: "declined,reopened" } };
const escalated: RoleView = { key: "role-escalated", address: { eskalasi: "1" } };
const thisWeek: RoleView = { key: "role-this-week", address: { tenggat: "week" } };
const asked: RoleView = { key: "role-asked", address: { status: "needs_info" } };
const answered: RoleView = { key: "role-answered", address: { status: "resolved" } };
const assigned: RoleView = { key: "role-assigned", address: { status: "assigned" } };
const lateByVillage: RoleView = {
  key: "role-late-by-village",
  address: { tampilan: "lewat", kelompok: "desa" },
};
const lateBySector: RoleView = {
  key: "role-late-by-sector",
  address: { tampilan: "lewat", kelompok: "bidang" },
};
const mineInHand: RoleView = { key: "role-in-hand", address: { petugas: "saya" } };

const leaders = [unowned, escalated, lateBySector, lateByVillage];
const sector = [assigned, thisWeek, lateByVillage, answered];
const village = [asked, answered, thisWeek];

const viewsOfRole: Partial<Record<Role, readonly RoleView[]>> = {
  "triage-officer": [unverified, unowned, returned, waiting, answered],
  "section-head": [mineInHand, thisWeek, waiting, lateByVillage],
  "subdistrict-secretary": leaders,
  "subdistrict-head": leaders,
  "sector-partner": sector,
  "sector-lead": sector,
  inspectorate: [assigned, thisWeek, answered],
  "village-officer": village,
  "village-head": village,
  auditor: [lateBySector, escalated],
  "regency-officer": [lateBySector],
};

/** What a new office's people find without having saved anything. */
export const roleViewsOf = (actor: Actor): readonly RoleView[] => {
  const views = actor.assignments.flatMap(({ role }) => viewsOfRole[role] ?? []);
  return [...new Map(views.map((view) => [view.key, view])).values()];
};
