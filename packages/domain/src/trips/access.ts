import type { Actor } from "../access/actor";
import { type Permission, permissions, type Reach } from "../access/permissions";
import type { Role } from "../access/roles";
import type { Trip } from "./model";

/** What a decision about a trip needs to know of it. */
export type TripSubject = Pick<Trip, "subdistrictCode" | "stops" | "crew">;

const reaches = (actor: Actor, areaCode: string, reach: Reach, trip: TripSubject): boolean => {
  if (reach === "own") return trip.crew.some((member) => member.userId === actor.userId);
  if (reach === "own-village") return trip.stops.some((stop) => stop.villageCode === areaCode);
  return reach === "own-subdistrict" && trip.subdistrictCode === areaCode;
};

/** May the actor do this to this trip? `own` is a trip that the actor goes along with. */
export const canOnTrip = (actor: Actor, permission: Permission, trip: TripSubject): boolean =>
  actor.assignments.some((a) => {
    const reach = (permissions[permission] as Partial<Record<Role, Reach>>)[a.role];
    return reach !== undefined && reaches(actor, a.areaCode, reach, trip);
  });

/** May the actor say when and where the team meets this one village? */
export const canSetStop = (actor: Actor, trip: TripSubject, villageCode: string): boolean =>
  canOnTrip(actor, "trip.set-stop", {
    ...trip,
    stops: trip.stops.filter((stop) => stop.villageCode === villageCode),
  });
