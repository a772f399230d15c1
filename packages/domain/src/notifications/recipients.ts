import type { Actor } from "../access/actor";
import { organizationOfParty, partyKey } from "../access/party-key";
import type { Permission } from "../access/permissions";
import {
  can,
  leaderRoles,
  referralParty,
  subdistrictOffice,
  villageGovernment,
} from "../access/policy";
import { isReportedTo } from "../access/reported-unit";
import type { Role } from "../access/roles";
import type { Case, Holder, NoteAudience, Overseer } from "../cases/model";
import type { Audience } from "./model";

/** Where to look for people: an assignment of these roles at this place. */
export interface PlaceSought {
  readonly roles: readonly Role[];
  readonly areaCode: string;
  /** Section or sector; undefined: any. */
  readonly sectorCode?: string;
  /** The people of this organisation, wherever they sit. */
  readonly organizationId?: string;
}

export interface Sought {
  readonly userIds: readonly string[];
  readonly places: readonly PlaceSought[];
}

const nobody: Sought = { userIds: [], places: [] };
const persons = (...ids: readonly (string | null)[]): Sought => ({
  userIds: ids.filter((id) => id !== null),
  places: [],
});
const at = (...places: readonly PlaceSought[]): Sought => ({ userIds: [], places });

const villageRoles: readonly Role[] = ["village-officer", "village-head"];
const sectorRoles: readonly Role[] = ["sector-partner", "sector-lead", "inspectorate"];

const deskOf = (kase: Case): Sought =>
  at({ roles: ["triage-officer"], areaCode: kase.subdistrictCode });
const villageOf = (kase: Case): Sought => at({ roles: villageRoles, areaCode: kase.villageCode });

const partyOf = (party: string | null): Sought => {
  const [areaCode, sectorCode] = party?.split(":") ?? [];
  return areaCode && sectorCode ? at({ roles: sectorRoles, areaCode, sectorCode }) : nobody;
};

const sectionOf = (kase: Case, code: string | null): Sought =>
  code === null
    ? nobody
    : at({
        roles: ["section-head", "subdistrict-secretary"],
        areaCode: kase.subdistrictCode,
        sectorCode: code,
      });

const holdersOf: Record<Holder["kind"], (kase: Case) => Sought> = {
  desk: deskOf,
  leaders: (kase) => at({ roles: leaderRoles, areaCode: kase.subdistrictCode }),
  section: (kase) => sectionOf(kase, kase.holder.code),
  sector: (kase) => partyOf(kase.leadParty),
  village: villageOf,
  none: () => nobody,
};

/**
 * The office on each rung of the ladder (see cases/escalation.ts). What rose past the camat is told to the
 * camat too: after an outage a case may have passed several rungs at once.
 */
const leadersOf = (kase: Case): Sought => {
  const office = kase.subdistrictCode;
  if (kase.escalationLevel >= 4)
    return at(
      { roles: ["regency-officer"], areaCode: kase.regencyCode },
      { roles: ["subdistrict-head"], areaCode: office },
    );
  if (kase.escalationLevel === 3) return at({ roles: ["subdistrict-head"], areaCode: office });
  if (kase.escalationLevel === 2) return at({ roles: ["subdistrict-secretary"], areaCode: office });
  const [areaCode, sectorCode] = kase.leadParty?.split(":") ?? [];
  // A supervisory case rises no higher: its own inspectorate is the only one that may read it.
  const roles: readonly Role[] = kase.isSupervisory ? ["inspectorate"] : ["sector-lead"];
  if (areaCode && sectorCode) return at({ roles, areaCode, sectorCode });
  return sectionOf(kase, kase.sectionCode);
};

/** Who worked on it last, whoever holds it now. */
const agencyOf = (kase: Case): Sought =>
  kase.leadParty === null ? sectionOf(kase, kase.sectionCode) : partyOf(kase.leadParty);

const rolesOfParty: Readonly<Record<string, readonly Role[]>> = {
  [villageGovernment]: villageRoles,
  [subdistrictOffice]: ["triage-officer", "subdistrict-secretary", "subdistrict-head"],
};

/** The people of the party that a referral was sent to. */
const referredTo = (kase: Case, referralId: string | undefined): Sought => {
  const party = kase.referrals.find((r) => r.id === referralId)?.party;
  const [areaCode = "", code = ""] = party?.split(":") ?? [];
  if (party === undefined || code === "") return nobody;
  const organizationId = organizationOfParty(party);
  if (organizationId !== null)
    return at({ roles: ["partner-organisation"], areaCode: "", organizationId });
  if (areaCode === "user") return persons(code);
  const roles = rolesOfParty[code];
  if (roles) return at({ roles, areaCode });
  const offices: readonly Role[] = ["sector-partner", "sector-lead", "partner-organisation"];
  return at({ roles: offices, areaCode, sectorCode: code });
};

interface AboutReferral {
  readonly referralId?: string | undefined;
  /** Of a case opened by break-glass: who oversees it. */
  readonly overseer?: Overseer | undefined;
  /** Whose opening was ended. */
  readonly openerId?: string | undefined;
}

/** Where the people of an audience are to be found; whether each may be told is asked apart. */
export const soughtFor = (audience: Audience, kase: Case, event?: AboutReferral): Sought => {
  if (audience === "referred") return referredTo(kase, event?.referralId);
  if (audience === "desk") return deskOf(kase);
  if (audience === "responsible") return persons(kase.responsibleId);
  if (audience === "agency") return agencyOf(kase);
  if (audience === "village") return villageOf(kase);
  if (audience === "sender") return persons(kase.createdById, kase.reporterUserId);
  if (audience === "leaders") return leadersOf(kase);
  if (audience === "overseer") {
    const { overseer } = event ?? {};
    return overseer ? at({ roles: [overseer], areaCode: kase.subdistrictCode }) : nobody;
  }
  if (audience === "opener") return persons(event?.openerId ?? null);
  // The roster names them, not the case.
  if (audience === "duty") return nobody;
  if (audience === "carried") {
    const senders = persons(kase.createdById, kase.reporterUserId);
    return { ...senders, places: villageOf(kase).places };
  }
  return kase.holder.userId === null
    ? holdersOf[kase.holder.kind](kase)
    : persons(kase.holder.userId);
};

const noteReading: Record<NoteAudience, Permission> = {
  internal: "note.read-internal",
  partner: "note.read-partner",
  reporter: "case.read",
};

export interface ToldEvent extends AboutReferral {
  readonly actorId: string;
  /** Of a note: whom it was written for. */
  readonly noteAudience?: NoteAudience | undefined;
}

/** A party hears of its own referral also while the case is too secret to be read, and that it was revoked. */
const isPartyOf = (person: Actor, kase: Case, referralId: string | undefined): boolean => {
  if (referralId === undefined) return false;
  const found = kase.referrals.find((r) => r.id === referralId);
  return (
    found !== undefined &&
    !kase.isSupervisory &&
    person.assignments.some((a) => referralParty(person.userId, a) === found.party)
  );
};

/**
 * Of an opening its overseer hears, and of its end who had it, although neither may read the case:
 * the notice of a secret case tells the number alone.
 */
const isToldOfGlass = (person: Actor, kase: Case, event: ToldEvent): boolean => {
  if (kase.isSupervisory || isReportedTo(person, kase.reportedParty)) return false;
  if (event.openerId !== undefined) return event.openerId === person.userId;
  return person.assignments.some(
    (a) => a.role === event.overseer && a.areaCode === kase.subdistrictCode,
  );
};

/**
 * May this person be told? Only who may read the case now, and the note that it is about; nobody is
 * told of their own act.
 */
export const mayBeTold = (person: Actor, kase: Case, event: ToldEvent): boolean => {
  if (person.userId === event.actorId) return false;
  if (isPartyOf(person, kase, event.referralId)) return true;
  if (isToldOfGlass(person, kase, event)) return true;
  if (!can(person, "case.read", kase)) return false;
  return event.noteAudience === undefined || can(person, noteReading[event.noteAudience], kase);
};

const isSamePlace = (place: PlaceSought, assignment: Actor["assignments"][number]): boolean => {
  if (place.organizationId !== undefined) return place.organizationId === assignment.organizationId;
  if (place.sectorCode === undefined) return place.areaCode === assignment.areaCode;
  const sought = partyKey(place.areaCode, place.sectorCode);
  return sought === partyKey(assignment.areaCode, assignment.sectorCode ?? "");
};

/** True when an assignment puts the person at the place that is sought. */
export const isAt = (place: PlaceSought, assignment: Actor["assignments"][number]): boolean =>
  place.roles.includes(assignment.role) && isSamePlace(place, assignment);
