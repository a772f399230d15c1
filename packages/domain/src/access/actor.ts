import type { Role } from "./roles";

/** One person in one role, at one place, for one period (SK). */
export interface Assignment {
  readonly id: string;
  readonly role: Role;
  /** Kemendagri code of the subtree: "63.11.02"; "" is the whole country. */
  readonly areaCode: string;
  /** Sector (DPMD) or section (KASI_PMD); null where the role has none. */
  readonly sectorCode: string | null;
  readonly organizationId: string | null;
  /** May read confidential cases within reach (the `*` of the table). */
  readonly clearance: boolean;
  /** Held for somebody else for a time (Plh., Plt.); absent where the office is the person's own. */
  readonly onBehalfOf?: OnBehalfOf | undefined;
}

/** For whom an office is held, and until when (a day of the office, "2026-11-30"). */
export interface OnBehalfOf {
  readonly userId: string;
  readonly acting: "plh" | "plt";
  readonly until: string;
}

/** Who acts. Only running assignments are in it: an ended one drops out by the query. */
export interface Actor {
  readonly userId: string;
  readonly name: string;
  readonly assignments: readonly Assignment[];
  /** Has proved to hold the receipt of this one case: reads and answers it as its reporter. */
  readonly provenCaseId?: string;
  /** Holds a signed link to this one referral: acts for its party on it, and on no other one. */
  readonly linkedReferralId?: string;
  /** Secret cases that are open to the person by break-glass; a lapsed one drops out by the query. */
  readonly glassCases?: readonly string[];
  /** The office, held for somebody else, by which alone the present act is permitted. */
  readonly actingAs?: ActingAs;
}

/** What a record of an act keeps of the office that was held for another. */
export interface ActingAs {
  readonly acting: OnBehalfOf["acting"];
  readonly role: Role;
  /** Of the absence, whose letter names the substitute. */
  readonly absenceId: string;
}

/**
 * The actor with the office that an act needs, where the person's own offices would not permit it. A
 * substitute who could have done it anyway acts for themselves.
 * @param may whether an actor may do it
 */
export const inActingOffice = (actor: Actor, may: (actor: Actor) => boolean): Actor => {
  const own = actor.assignments.filter((a) => a.onBehalfOf === undefined);
  if (own.length === actor.assignments.length || may({ ...actor, assignments: own })) return actor;
  const office = actor.assignments.find(
    (a) => a.onBehalfOf !== undefined && may({ ...actor, assignments: [a] }),
  );
  if (!office?.onBehalfOf) return actor;
  const { acting } = office.onBehalfOf;
  return { ...actor, actingAs: { acting, role: office.role, absenceId: office.id } };
};

export const hasRole = (actor: Actor, ...wanted: readonly Role[]): boolean =>
  actor.assignments.some((a) => wanted.includes(a.role));
