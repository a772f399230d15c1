import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/lib/trpc";
import type { TabRights } from "./tab-rights";

type Procedures = ReturnType<typeof useTRPC>["staff"];

export type PeoplePage = inferOutput<Procedures["list"]>;
export type PersonRow = PeoplePage["items"][number];
export type PersonAssignment = PersonRow["assignments"][number];
export type AbsenceRow = inferOutput<Procedures["absences"]>[number];
export type SectorOption = inferOutput<Procedures["sectors"]>[number];
export type DeviceRow = inferOutput<Procedures["devices"]>[number];

/** An area that the reader administers or looks into; code "" is the whole country. */
export interface Scope {
  readonly code: string;
  readonly name: string;
}

/** What the reader's roles open at all; the server decides about each act. */
export interface PeopleRights extends TabRights {
  readonly userId: string;
  readonly mayInvite: boolean;
  readonly mayAssign: boolean;
  readonly mayReset: boolean;
  /** Camat and sekcam may for themselves alone; the server decides about each office. */
  readonly mayRecordAbsence: boolean;
  readonly keepsAccounts: boolean;
}
