import { z } from "zod";
import { clientAction } from "../cases/commands";
import { crewDuties, decreeTeams, postponeReasons, toldBy } from "./model";

const line = (most: number, least = 1) => z.string().trim().min(least).max(most);
const day = z.iso.date();
const subdistrict = z.string().regex(/^\d{2}\.\d{2}\.\d{2}$/);
const village = z.string().regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/);
const units = z.int().min(0).max(1_000_000);
const inOrder = <T extends { startsOn: string; endsOn: string }>({ startsOn, endsOn }: T) =>
  startsOn <= endsOn;

const member = z.object({
  name: line(120, 2),
  position: line(120, 2),
  userId: z.uuid().nullish(),
});

/** SK Camat with its two teams. */
export const issueDecreeCommand = z
  .object({
    ...clientAction,
    subdistrictCode: subdistrict,
    number: line(80, 3),
    issuedOn: day,
    startsOn: day,
    endsOn: day,
    subject: line(300, 5),
    procedure: line(200, 3),
    members: z
      .array(member.extend({ team: z.enum(decreeTeams) }))
      .min(1)
      .max(60)
      .readonly(),
  })
  .refine(inOrder, { path: ["endsOn"] });
export type IssueDecreeCommand = z.infer<typeof issueDecreeCommand>;

export const revokeDecreeCommand = z.object({
  ...clientAction,
  decreeId: z.uuid(),
  version: z.int().min(0),
});
export type RevokeDecreeCommand = z.infer<typeof revokeDecreeCommand>;

const goods = z.object({
  name: line(120, 2),
  unit: line(60),
  source: line(160, 2),
  receiptNumber: line(80, 2),
  receivedOn: day,
  received: units.min(1),
});
const activity = z.object({ sectorCode: line(40, 2), name: line(160, 3), expected: units });
const cost = z.object({
  bearer: line(160, 2),
  what: line(160, 2),
  amount: z.int().min(0).max(10_000_000_000),
});

/** A trip as it is planned: a new one, or the next version of it. */
export const planTripCommand = z
  .object({
    ...clientAction,
    tripId: z.uuid().nullish(),
    version: z.int().min(0).nullish(),
    subdistrictCode: subdistrict,
    purpose: line(300, 5),
    startsOn: day,
    endsOn: day,
    vehicle: line(160, 0),
    decreeId: z.uuid().nullish(),
    crew: z
      .array(member.extend({ duty: z.enum(crewDuties) }))
      .max(30)
      .readonly(),
    villages: z.array(village).max(24).readonly(),
    goods: z.array(goods).max(60).readonly(),
    activities: z.array(activity).max(30).readonly(),
    costs: z.array(cost).max(30).readonly(),
  })
  .refine(inOrder, { path: ["endsOn"] })
  .refine((trip) => new Set(trip.villages).size === trip.villages.length, { path: ["villages"] });
export type PlanTripCommand = z.infer<typeof planTripCommand>;

const tripRef = { ...clientAction, tripId: z.uuid(), version: z.int().min(0) };

/** Time and place of one stop, as the village set them. `said`: null from the village's own screen. */
export const setStopCommand = z.object({
  ...tripRef,
  stopId: z.uuid(),
  place: line(200, 3),
  meetsAt: z.date(),
  said: z.object({ by: z.enum(toldBy), name: line(120, 2), at: z.date() }).nullish(),
});
export type SetStopCommand = z.infer<typeof setStopCommand>;

/** A step that needs no words. */
export const moveTripCommand = z.object({
  ...tripRef,
  move: z.enum(["approve", "letter", "depart", "return", "reconcile", "replan"]),
});
export type MoveTripCommand = z.infer<typeof moveTripCommand>;

/** The camat's order in a disaster. */
export const orderTripCommand = z.object({
  ...tripRef,
  orderedBy: line(120, 2),
  by: z.enum(toldBy),
  reason: line(500, 5),
  orderedAt: z.date(),
});
export type OrderTripCommand = z.infer<typeof orderTripCommand>;

const counted = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z
    .array(z.object({ id: z.uuid(), ...shape }))
    .max(60)
    .readonly();

/** What goes into the car, of each receipt. */
export const loadTripCommand = z.object({ ...tripRef, goods: counted({ loaded: units }) });
export type LoadTripCommand = z.infer<typeof loadTripCommand>;

/** Approved entitlements onto the goods of a trip. */
export const fillManifestCommand = z.object({
  ...tripRef,
  lines: z
    .array(z.object({ entitlementId: z.uuid(), goodsId: z.uuid() }))
    .min(1)
    .max(500)
    .readonly()
    .refine((lines) => new Set(lines.map((one) => one.entitlementId)).size === lines.length),
});
export type FillManifestCommand = z.infer<typeof fillManifestCommand>;

export const removeLinesCommand = z.object({
  ...tripRef,
  lineIds: z.array(z.uuid()).min(1).max(500).readonly(),
});
export type RemoveLinesCommand = z.infer<typeof removeLinesCommand>;

export const arriveTripCommand = z.object({ ...tripRef, stopId: z.uuid() });
export type ArriveTripCommand = z.infer<typeof arriveTripCommand>;

/** What became of the goods and how many were served; may be said more than once until it is closed. */
export const countTripCommand = z.object({
  ...tripRef,
  goods: counted({
    delivered: units,
    returned: units,
    lost: units,
    lostReason: line(300, 0).nullish(),
  }),
  activities: counted({ served: units }),
});
export type CountTripCommand = z.infer<typeof countTripCommand>;

export const postponeTripCommand = z.object({
  ...tripRef,
  reason: z.enum(postponeReasons),
  note: line(500, 3),
});
export type PostponeTripCommand = z.infer<typeof postponeTripCommand>;

export const cancelTripCommand = z.object({ ...tripRef, reason: line(500, 5) });
export type CancelTripCommand = z.infer<typeof cancelTripCommand>;

export const listTripsInput = z.object({
  scope: z.enum(["running", "ended", "all"]),
  cursor: z.string().max(60).nullish(),
  limit: z.int().min(1).max(50),
});
export type ListTripsInput = z.infer<typeof listTripsInput>;

export const showTripInput = z.object({ tripId: z.uuid() });
export const decreesInput = z.object({ subdistrictCode: subdistrict });
