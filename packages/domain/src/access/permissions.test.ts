import { describe, expect, it } from "vitest";
import { canOnEngagement, type EngagementSubject } from "../coaching/access";
import { canOnInnovation, type InnovationSubject } from "../innovations/access";
import { canOnTrip, type TripSubject } from "../trips/access";
import type { Actor, Assignment } from "./actor";
import { type Permission, permissions } from "./permissions";
import { plannedPermissions } from "./planned-permissions";
import {
  areasOf,
  type CaseSubject,
  can,
  canInArea,
  holds,
  readsUnderGlass,
  referralParty,
  welfareSection,
} from "./policy";
import type { ReferralStatus } from "./referral-status";
import { type Role, roles } from "./roles";

/** One person in each role, where the role works: Paringin Selatan (63.11.07) in Balangan (63.11). */
const seat: Record<Role, Pick<Assignment, "areaCode" | "sectorCode">> = {
  reporter: { areaCode: "63.11.07.2001", sectorCode: null },
  "village-officer": { areaCode: "63.11.07.2001", sectorCode: null },
  "village-head": { areaCode: "63.11.07.2001", sectorCode: null },
  "triage-officer": { areaCode: "63.11.07", sectorCode: null },
  "subdistrict-secretary": { areaCode: "63.11.07", sectorCode: "SEKCAM" },
  "subdistrict-head": { areaCode: "63.11.07", sectorCode: null },
  "section-head": { areaCode: "63.11.07", sectorCode: "KASI_PMD" },
  "sector-partner": { areaCode: "63.11", sectorCode: "DPMD" },
  "sector-lead": { areaCode: "63.11", sectorCode: "DPMD" },
  "field-officer": { areaCode: "63.11.07", sectorCode: null },
  "trip-lead": { areaCode: "63.11.07", sectorCode: null },
  "innovation-manager": { areaCode: "63.11.07", sectorCode: null },
  "regional-coach": { areaCode: "63", sectorCode: null },
  "coach-lead": { areaCode: "63", sectorCode: null },
  inspectorate: { areaCode: "63.11", sectorCode: "INSPEKTORAT" },
  auditor: { areaCode: "63.11", sectorCode: null },
  "village-council": { areaCode: "63.11.07.2001", sectorCode: null },
  volunteer: { areaCode: "63.11.07.2001", sectorCode: null },
  "partner-organisation": { areaCode: "63.11", sectorCode: null },
  "regency-officer": { areaCode: "63.11", sectorCode: null },
  "innovation-verifier": { areaCode: "63.11", sectorCode: null },
  "subdistrict-admin": { areaCode: "63.11.07", sectorCode: null },
  administrator: { areaCode: "", sectorCode: null },
  "service-account": { areaCode: "63.11", sectorCode: null },
};

/** Of the roles here only the partner's people are somebody by their organisation. */
const organizationOf = (role: Role) => (role === "partner-organisation" ? "yayasan" : null);

const personIn = (role: Role, clearance = false): Actor => ({
  userId: "me",
  name: role,
  assignments: [{ id: "a", role, organizationId: organizationOf(role), clearance, ...seat[role] }],
});

const base: CaseSubject = {
  villageCode: "63.11.07.2001",
  subdistrictCode: "63.11.07",
  regencyCode: "63.11",
  sectionCode: "KASI_KESSOS",
  leadParty: null,
  leadSectorCode: null,
  reportedParty: null,
  createdById: "another",
  reporterUserId: null,
  responsibleId: null,
  holderKind: "desk",
  holderUserId: null,
  isSecret: false,
  isSupervisory: false,
  escalationLevel: 0,
  referrals: [],
};
const sentTo = (
  party: string,
  status: ReferralStatus = "sent",
  assigneeId: string | null = null,
) => ({ referrals: [{ id: "r", party, status, assigneeId }] });
const elsewhere = { villageCode: "63.11.02.2014", subdistrictCode: "63.11.02" };
const paron = { villageCode: "35.21.03.2001", subdistrictCode: "35.21.03", regencyCode: "35.21" };
const held = (sector: string, regency = "63.11") => ({
  leadParty: `${regency}:${sector}`,
  leadSectorCode: sector,
  holderKind: "sector",
});

/** The letters of the tables below. */
const subjects = {
  v: { ...base }, // own village, at the desk
  w: { ...base, villageCode: "63.11.07.2009" }, // other village, same kecamatan
  k: { ...base, ...elsewhere }, // other kecamatan, same regency
  r: { ...base, ...paron }, // other regency
  f: { ...base, villageCode: "63.11.07.2009", sectionCode: "KASI_PMD" }, // own section is focal
  c: { ...base, villageCode: "63.11.07.2009", sectionCode: "SEKCAM", holderKind: "section" }, // the secretariat holds it
  s: { ...base, ...elsewhere, ...held("DPMD") }, // own sector holds it
  t: { ...base, ...elsewhere, ...held("DINKES") }, // other sector holds it
  o: { ...base, ...paron, ...held("DPMD", "35.21") }, // own sector of another regency
  x: { ...base, isSecret: true }, // secret, at the desk
  h: {
    ...base,
    villageCode: "63.11.07.2009",
    sectionCode: "KASI_PMD",
    holderKind: "section",
    isSecret: true,
  }, // secret, own section holds it
  y: { ...base, ...elsewhere, ...held("DPMD"), isSecret: true }, // secret, own sector holds it
  z: { ...base, ...held("DINKES"), isSecret: true }, // secret, other sector holds it, own village
  p: { ...base, ...held("INSPEKTORAT"), isSecret: true, isSupervisory: true }, // supervisory
  q: { ...base, ...paron, ...held("INSPEKTORAT", "35.21"), isSecret: true, isSupervisory: true }, // supervisory, other regency
  e: { ...base, ...elsewhere, escalationLevel: 4 }, // rose to the kabupaten
  E: { ...base, ...elsewhere, escalationLevel: 4, isSecret: true }, // rose to the kabupaten, secret
  m: { ...base, ...paron, createdById: "me" }, // entered by me, other regency
  M: { ...base, ...paron, reporterUserId: "me", isSecret: true }, // my own report, secret
  n: { ...base, createdById: "me", isSecret: true }, // entered by me, own village, secret
  P: { ...base, ...held("INSPEKTORAT"), createdById: "me", isSecret: true, isSupervisory: true }, // entered by me, supervisory
  a: { ...base, ...elsewhere, ...sentTo("63.11:DPMD") }, // referred to own sector
  b: { ...base, ...elsewhere, ...sentTo("63.11:DPMD"), isSecret: true }, // the same, secret
  A: { ...base, ...elsewhere, ...sentTo("63.11:DPMD", "accepted", "me"), isSecret: true }, // secret, taken on by me
  B: { ...base, ...elsewhere, ...sentTo("63.11:DPMD", "done", "another"), isSecret: true }, // secret, a colleague's
  d: { ...base, ...elsewhere, ...sentTo("63.11:DPMD", "revoked", "me") }, // taken on by me, revoked
  g: { ...base, ...elsewhere, ...sentTo("63.11:DPMD"), isSecret: true, isSupervisory: true }, // no rule makes it
  u: { ...base, isSecret: true, ...sentTo("63.11.07.2001:PEMDES", "accepted", "me") }, // secret, own village's part, mine
  l: { ...base, ...elsewhere, ...sentTo("org:yayasan") }, // referred to the own organisation
  L: { ...base, ...elsewhere, ...sentTo("org:another") }, // referred to another one of its sector
  N: { ...base, ...elsewhere, ...sentTo("63.11:LSM") }, // referred to that sector in general
  O: { ...base, ...elsewhere, ...sentTo("org:yayasan"), isSecret: true }, // secret, to the own organisation
  Q: { ...base, ...elsewhere, ...sentTo("org:yayasan", "accepted", "me"), isSecret: true }, // the same, taken on by me
  R: { ...base, ...elsewhere, ...sentTo("org:yayasan", "revoked", "me") }, // taken on by me, revoked
  i: { ...base, ...elsewhere, ...sentTo("user:me") }, // referred to me, a volunteer
  j: { ...base, ...elsewhere, ...sentTo("63.11.07:KECAMATAN") }, // offered to own kecamatan
  J: { ...base, ...elsewhere, ...sentTo("63.11.07:KECAMATAN", "declined") }, // offered and rejected
  D: { ...base, holderKind: "leaders", isSecret: true }, // secret, waits for the leaders' disposisi
} as const satisfies Record<string, CaseSubject>;
type Letter = keyof typeof subjects;

/** Which cases a permission opens to whom; a role that is not named gets none of them. */
const onCases: Record<string, Partial<Record<Role, string>>> = {
  "case.read": {
    reporter: "mMn",
    "village-officer": "vnu",
    "village-head": "vnu",
    "triage-officer": "vwfcxnuj",
    "subdistrict-secretary": "vwfcnjD",
    "subdistrict-head": "vwfcnjD",
    "section-head": "fh",
    "sector-partner": "syaA",
    "sector-lead": "syaA",
    inspectorate: "pP",
    auditor: "vwkfcstxhyzpeEnPabABdgulLNOQRiJjD",
    "village-council": "mMn",
    volunteer: "mMni",
    "partner-organisation": "lQ",
    "regency-officer": "e",
  },
  "case.triage": { "triage-officer": "vwfcxnu" },
  "case.complete": {
    reporter: "mMn",
    "village-officer": "vnu",
    "village-head": "vnu",
    "village-council": "mMn",
    volunteer: "mMn",
  },
  "case.cancel": {
    reporter: "mMn",
    "village-officer": "mMn",
    "village-head": "mMn",
    "village-council": "mMn",
    volunteer: "mMn",
  },
  "case.amend": { "triage-officer": "vwfcxnu" },
  "case.merge": {
    "triage-officer": "vwfcxnu",
    "subdistrict-secretary": "vwfcnD",
    "subdistrict-head": "vwfcnD",
  },
  "case.split": { "triage-officer": "vwfcxnu" },
  "case.route": {
    "triage-officer": "vwfcxnu",
    "subdistrict-secretary": "vwfcnD",
    "subdistrict-head": "vwfcnD",
  },
  "case.dispose": { "subdistrict-secretary": "vwfcnD", "subdistrict-head": "vwfcnD" },
  "case.return-proposal": {
    "triage-officer": "vwfcxnu",
    "subdistrict-secretary": "vwfcnD",
    "subdistrict-head": "vwfcnD",
  },
  "case.answer-assignment": {
    "subdistrict-secretary": "c",
    "section-head": "fh",
    "sector-partner": "sy",
    "sector-lead": "sy",
    inspectorate: "pP",
  },
  "case.record-on-behalf": {
    "triage-officer": "vwfcxnu",
    "subdistrict-secretary": "vwfcnD",
    "subdistrict-head": "vwfcnD",
    "section-head": "fh",
  },
  "case.send-link": { "triage-officer": "vwfcxnu", "section-head": "fh" },
  "case.hold": {
    "triage-officer": "vwfcxnu",
    "subdistrict-secretary": "c",
    "section-head": "fh",
    "sector-partner": "sy",
    "sector-lead": "sy",
    inspectorate: "pP",
  },
  "case.resolve": {
    "triage-officer": "vwfcxnu",
    "subdistrict-secretary": "c",
    "section-head": "fh",
    "sector-partner": "sy",
    "sector-lead": "sy",
    inspectorate: "pP",
  },
  "case.confirm": {
    reporter: "mMn",
    "village-officer": "vnu",
    "village-head": "vnu",
    "triage-officer": "vwfcxnu",
    "village-council": "mMn",
    volunteer: "mMn",
  },
  "case.close": { "triage-officer": "vwfcxnu", inspectorate: "pP" },
  "case.mark-confidential": { "triage-officer": "vwfcxnu" },
  "case.relay": {
    "village-officer": "vnu",
    "village-head": "vnu",
    "triage-officer": "vwfcxnu",
  },
  "case.reprint-receipt": {
    "village-officer": "vnu",
    "village-head": "vnu",
    "triage-officer": "vwfcxnu",
  },
  "glass.break": {
    "triage-officer": "xhznuD",
    "subdistrict-secretary": "xhznuD",
    "subdistrict-head": "xhznuD",
    "section-head": "h",
  },
  "letter.draft": {
    "triage-officer": "vwfcxnu",
    "subdistrict-secretary": "vwfcnD",
    "subdistrict-head": "vwfcnD",
  },
  "letter.issue": { "subdistrict-secretary": "vwfcnD", "subdistrict-head": "vwfcnD" },
  "note.write-internal": {
    "triage-officer": "vwfcxnu",
    "subdistrict-secretary": "vwfcnD",
    "subdistrict-head": "vwfcnD",
    "section-head": "fh",
  },
  "note.write-partner": {
    "village-officer": "vnu",
    "village-head": "vnu",
    "triage-officer": "vwfcxnu",
    "subdistrict-secretary": "vwfcnD",
    "subdistrict-head": "vwfcnD",
    "section-head": "fh",
    "sector-partner": "sy",
    "sector-lead": "sy",
    inspectorate: "pP",
  },
  "note.write-reporter": {
    "triage-officer": "vwfcxnu",
    "subdistrict-secretary": "c",
    "section-head": "fh",
    "sector-partner": "sy",
    "sector-lead": "sy",
    inspectorate: "pP",
  },
  "note.read-internal": {
    "triage-officer": "vwfcxnu",
    "subdistrict-secretary": "vwfcnD",
    "subdistrict-head": "vwfcnD",
    "section-head": "fh",
    auditor: "vwkfcstxhyzpeEnPabABdgulLNOQRiJjD",
  },
  "note.read-partner": {
    "village-officer": "vnu",
    "village-head": "vnu",
    "triage-officer": "vwfcxnu",
    "subdistrict-secretary": "vwfcnD",
    "subdistrict-head": "vwfcnD",
    "section-head": "fh",
    "sector-partner": "sy",
    "sector-lead": "sy",
    inspectorate: "pP",
    auditor: "vwkfcstxhyzpeEnPabABdgulLNOQRiJjD",
    "regency-officer": "e",
  },
  "file.add-internal": {
    "triage-officer": "vwfcxnu",
    "subdistrict-secretary": "vwfcnD",
    "subdistrict-head": "vwfcnD",
    "section-head": "fh",
  },
  "file.add-partner": {
    "village-officer": "vnu",
    "village-head": "vnu",
    "triage-officer": "vwfcxnu",
    "subdistrict-secretary": "vwfcnD",
    "subdistrict-head": "vwfcnD",
    "section-head": "fh",
    "sector-partner": "sy",
    "sector-lead": "sy",
    inspectorate: "pP",
  },
  "file.add-reporter": {
    reporter: "mMn",
    "triage-officer": "vwfcxnu",
    "subdistrict-secretary": "c",
    "section-head": "fh",
    "sector-partner": "sy",
    "sector-lead": "sy",
    inspectorate: "pP",
    "village-council": "mMn",
    volunteer: "mMn",
  },
  "file.remove": { "triage-officer": "vwfcxnu", inspectorate: "pP" },
  "referral.send": { "triage-officer": "vwfcxnu", "section-head": "fh" },
  "referral.send-link": { "triage-officer": "vwfcxnu", "section-head": "fh" },
  "referral.manage": {
    "triage-officer": "vwfcxnu",
    "subdistrict-secretary": "vwfcnD",
    "subdistrict-head": "vwfcnD",
    "section-head": "fh",
  },
  "referral.answer": {
    "village-officer": "u",
    "village-head": "u",
    "sector-partner": "abAB",
    "sector-lead": "abAB",
    volunteer: "i",
    "partner-organisation": "lOQ",
  },
  "referral.read": {
    "triage-officer": "vwfcxnu",
    "subdistrict-secretary": "vwfcnD",
    "subdistrict-head": "vwfcnD",
    "section-head": "fh",
    "sector-partner": "sy",
    "sector-lead": "sy",
    auditor: "vwkfcstxhyzpeEnPabABdgulLNOQRiJjD",
  },
  "referral.read-notes": {
    "village-officer": "u",
    "village-head": "u",
    "sector-partner": "abAB",
    "sector-lead": "abAB",
    volunteer: "i",
    "partner-organisation": "lOQ",
    auditor: "vwkfcstxhyzpeEnPabABdgulLNOQRiJjD",
  },
  "transfer.propose": {
    "triage-officer": "vwfcxnu",
    "subdistrict-secretary": "vwfcnD",
    "subdistrict-head": "vwfcnD",
  },
  "transfer.answer": {
    "triage-officer": "j",
    "subdistrict-secretary": "j",
    "subdistrict-head": "j",
  },
  "task.manage": {
    "triage-officer": "vwfcxnu",
    "subdistrict-secretary": "c",
    "section-head": "fh",
    "sector-partner": "sy",
    "sector-lead": "sy",
  },
  "person.read": {
    "village-officer": "vnu",
    "village-head": "vnu",
    "triage-officer": "vwfcxnu",
    "subdistrict-secretary": "vwfcnD",
    "subdistrict-head": "vwfcnD",
    "section-head": "fh",
    "sector-partner": "sy",
    "sector-lead": "sy",
    inspectorate: "pP",
    auditor: "vwkfcstxhyzpeEnPabABdgulLNOQRiJjD",
  },
  "person.reveal": {
    "triage-officer": "vwfcxnu",
    "section-head": "fh",
    "sector-partner": "sy",
    "sector-lead": "sy",
    inspectorate: "pP",
    auditor: "vwkfcstxhyzpeEnPabABdgulLNOQRiJjD",
  },
};

const areas = {
  V: "63.11.07.2001", // own village
  W: "63.11.07.2009", // other village, same kecamatan
  K: "63.11.07", // own kecamatan
  L: "63.11.02", // other kecamatan
  R: "63.11", // own regency
  Q: "35.21.03.2001", // a village of another regency
  N: "", // the whole country
  T: "63.11.071", // no neighbour by a common beginning
} as const;
type AreaLetter = keyof typeof areas;

/** Where a permission without a case applies. */
const onAreas: Record<string, Partial<Record<Role, string>>> = {
  "case.open": {
    reporter: "V",
    "village-officer": "V",
    "village-head": "V",
    "triage-officer": "VWK",
    "sector-partner": "VWKLRT",
    "sector-lead": "VWKLRT",
    "village-council": "V",
    volunteer: "V",
  },
  "person.create": {
    reporter: "V",
    "village-officer": "V",
    "village-head": "V",
    "triage-officer": "VWK",
  },
  "board.read": {
    "village-officer": "V",
    "village-head": "V",
    "triage-officer": "VWK",
    "subdistrict-secretary": "VWK",
    "subdistrict-head": "VWK",
    "section-head": "VWK",
    "sector-partner": "VWKLRT",
    "sector-lead": "VWKLRT",
    "regency-officer": "VWKLRT",
  },
  "board.aggregate": { "regency-officer": "VWKLRT" },
  "village-sheet.read": {
    "village-officer": "V",
    "village-head": "V",
    "triage-officer": "VWK",
    "subdistrict-secretary": "VWK",
    "subdistrict-head": "VWK",
    "section-head": "VWK",
    "sector-partner": "VWKLRT",
    "sector-lead": "VWKLRT",
    "regency-officer": "VWKLRT",
  },
  "view.share": {
    "triage-officer": "VWK",
    "subdistrict-secretary": "VWK",
    "subdistrict-head": "VWK",
    "section-head": "VWK",
    "sector-partner": "VWKLRT",
    "sector-lead": "VWKLRT",
    inspectorate: "R",
    "village-officer": "V",
    "village-head": "V",
  },
  "case.export": {
    "triage-officer": "VWK",
    "subdistrict-secretary": "VWK",
    "subdistrict-head": "VWK",
    "section-head": "VWK",
    "sector-partner": "VWKLRT",
    "sector-lead": "VWKLRT",
  },
  "user.read": {
    "subdistrict-secretary": "VWK",
    "subdistrict-head": "VWK",
    auditor: "VWKLRT",
    "subdistrict-admin": "VWK",
    administrator: "VWKLRQNT",
  },
  "user.invite": {
    "subdistrict-secretary": "VWK",
    "subdistrict-head": "VWK",
    "subdistrict-admin": "VWK",
    administrator: "VWKLRQNT",
  },
  "user.assign": { "subdistrict-admin": "VWK", administrator: "VWKLRQNT" },
  "user.end": { "subdistrict-admin": "VWK", administrator: "VWKLRQNT" },
  "absence.record": {
    "subdistrict-secretary": "VWK",
    "subdistrict-head": "VWK",
    "subdistrict-admin": "VWK",
    administrator: "VWKLRQNT",
  },
  "organization.read": {
    "triage-officer": "VWK",
    "subdistrict-secretary": "VWK",
    "subdistrict-head": "VWK",
    "section-head": "VWK",
    "subdistrict-admin": "VWK",
    administrator: "VWKLRQNT",
  },
  "organization.edit": { "subdistrict-admin": "VWK", administrator: "VWKLRQNT" },
  // The seat of the section here is not the one of social welfare: see below.
  "resident.read": {
    "village-officer": "V",
    "village-head": "V",
    "triage-officer": "VWK",
    "subdistrict-secretary": "VWK",
    "subdistrict-head": "VWK",
    auditor: "VWKLRT",
  },
  "resident.reveal": {
    "village-officer": "V",
    "village-head": "V",
    "triage-officer": "VWK",
    auditor: "VWKLRT",
  },
  "household.save": { "village-officer": "V" },
  "village-facts.save": { "village-officer": "V", "triage-officer": "VWK" },
  "household.export": { "village-officer": "V", "triage-officer": "VWK" },
  "household.import": { "village-officer": "V", "triage-officer": "VWK" },
  "resident.merge": { "triage-officer": "VWK" },
  "program.read": {
    "village-officer": "V",
    "village-head": "V",
    "triage-officer": "VWK",
    "subdistrict-secretary": "VWK",
    "subdistrict-head": "VWK",
    "section-head": "VWK",
    "sector-partner": "VWKLRT",
    "sector-lead": "VWKLRT",
    "regency-officer": "VWKLRT",
    auditor: "VWKLRT",
    "subdistrict-admin": "VWK",
    administrator: "VWKLRQNT",
  },
  "enrollment.read": {
    "village-officer": "V",
    "village-head": "V",
    "triage-officer": "VWK",
    "subdistrict-secretary": "VWK",
    "subdistrict-head": "VWK",
    auditor: "VWKLRT",
  },
  "enrollment.nominate": { "village-officer": "V", "village-head": "V" },
  "enrollment.verify": { "triage-officer": "VWK" },
  "enrollment.recommend": {
    "village-head": "V",
    "subdistrict-secretary": "VWK",
    "subdistrict-head": "VWK",
  },
  "enrollment.approve": { "village-head": "V", "subdistrict-head": "VWK" },
  "entitlement.read": {
    "village-officer": "V",
    "village-head": "V",
    "triage-officer": "VWK",
    "subdistrict-secretary": "VWK",
    "subdistrict-head": "VWK",
    auditor: "VWKLRT",
  },
  "entitlement.prepare": { "triage-officer": "VWK" },
  "entitlement.approve": { "village-head": "V", "subdistrict-head": "VWK" },
  "entitlement.record": {
    "triage-officer": "VWK",
    "subdistrict-secretary": "VWK",
    "subdistrict-head": "VWK",
  },
  "entitlement.cancel": {
    "triage-officer": "VWK",
    "subdistrict-secretary": "VWK",
    "subdistrict-head": "VWK",
  },
  "outreach.read": {
    "village-officer": "V",
    "village-head": "V",
    "triage-officer": "VWK",
    "subdistrict-secretary": "VWK",
    "subdistrict-head": "VWK",
    "section-head": "VWK",
  },
  "subject-request.record": { "village-officer": "V", "triage-officer": "VWK" },
  "subject-request.read": {
    "village-officer": "V",
    "village-head": "V",
    "triage-officer": "VWK",
    "subdistrict-secretary": "VWK",
    "subdistrict-head": "VWK",
    auditor: "VWKLRT",
  },
  "subject-request.answer": { "subdistrict-secretary": "VWK", "subdistrict-head": "VWK" },
  "meeting.read": {
    "triage-officer": "VWK",
    "subdistrict-secretary": "VWK",
    "subdistrict-head": "VWK",
    "section-head": "VWK",
  },
  "meeting.record": {
    "triage-officer": "VWK",
    "subdistrict-secretary": "VWK",
    "section-head": "VWK",
  },
  "impact.read": {
    "village-officer": "V",
    "village-head": "V",
    "triage-officer": "VWK",
    "subdistrict-secretary": "VWK",
    "subdistrict-head": "VWK",
    "section-head": "VWK",
  },
  "outreach.record": {
    "triage-officer": "VWK",
    "subdistrict-secretary": "VWK",
    "section-head": "VWK",
  },
  "outreach.relay": {
    "village-officer": "V",
    "village-head": "V",
    "triage-officer": "VWK",
    "section-head": "VWK",
  },
  "program.edit": { "subdistrict-admin": "VWK", administrator: "VWKLRQNT" },
  "calendar.edit": { "subdistrict-admin": "VWK", administrator: "VWKLRQNT" },
  "duty.read": {
    "triage-officer": "VWK",
    "subdistrict-secretary": "VWK",
    "subdistrict-head": "VWK",
    "section-head": "VWK",
    "sector-partner": "VWKLRT",
    "sector-lead": "VWKLRT",
    "subdistrict-admin": "VWK",
    administrator: "VWKLRQNT",
  },
  "duty.edit": {
    "subdistrict-secretary": "VWK",
    "subdistrict-head": "VWK",
    "subdistrict-admin": "VWK",
    administrator: "VWKLRQNT",
  },
  "glass.oversee": { "subdistrict-secretary": "VWK", "subdistrict-head": "VWK" },
  "user.reset": { "subdistrict-admin": "VWK", administrator: "VWKLRQNT" },
  "quarantine.decide": { "triage-officer": "VWK", "section-head": "VWK" },
  "device.revoke": { "subdistrict-admin": "VWK", administrator: "VWKLRQNT" },
  "audit.read": {
    "subdistrict-secretary": "VWK",
    "subdistrict-head": "VWK",
    auditor: "VWKLRT",
    "subdistrict-admin": "VWK",
    administrator: "VWKLRQNT",
  },
  "rules.edit": { "subdistrict-admin": "VWK", administrator: "VWKLRQNT" },
  "office.prepare": { "subdistrict-admin": "VWK", administrator: "VWKLRQNT" },
  "retention.read": {
    "subdistrict-head": "VWK",
    "subdistrict-admin": "VWK",
    inspectorate: "R",
    auditor: "VWKLRT",
  },
  "retention.propose": { "subdistrict-admin": "VWK", inspectorate: "R" },
  "retention.approve": { "subdistrict-head": "VWK", inspectorate: "R" },
  "operations.read": { administrator: "VWKLRQNT" },
  "innovation.rubric": { administrator: "VWKLRQNT" },
  "review.criteria": { administrator: "VWKLRQNT" },
  "operations.retry": { administrator: "VWKLRQNT" },
};

/** Trips by where they stop and who goes along. */
const trip = (villageCode: string, crewUserId: string | null): TripSubject => ({
  subdistrictCode: villageCode.slice(0, 8),
  stops: [{ id: "s", villageCode, appointment: null, arrivedAt: null }],
  crew: [{ id: "c", name: "Rusmiati", position: "Staf", duty: "lead", userId: crewUserId }],
});
const trips = {
  V: trip("63.11.07.2001", null),
  W: trip("63.11.07.2015", null),
  L: trip("63.11.02.2014", null),
  /** Of another kecamatan, with the actor in its crew. */
  M: trip("63.11.02.2014", "me"),
};
const onTrips: Partial<Record<Permission, Partial<Record<Role, string>>>> = {
  "trip.read": {
    "village-officer": "V",
    "village-head": "V",
    "triage-officer": "VW",
    "subdistrict-secretary": "VW",
    "subdistrict-head": "VW",
    "section-head": "VW",
    "field-officer": "M",
    "trip-lead": "M",
  },
  "trip.plan": { "subdistrict-secretary": "VW", "section-head": "VW" },
  "trip.approve": { "subdistrict-secretary": "VW", "subdistrict-head": "VW" },
  "decree.issue": { "subdistrict-secretary": "VW", "subdistrict-head": "VW" },
  "trip.set-stop": {
    "village-officer": "V",
    "village-head": "V",
    "triage-officer": "VW",
    "subdistrict-secretary": "VW",
    "section-head": "VW",
    "trip-lead": "M",
  },
  "trip.fill-manifest": {
    "triage-officer": "VW",
    "subdistrict-secretary": "VW",
    "section-head": "VW",
  },
  "trip.run": { "section-head": "VW", "trip-lead": "M" },
  "handover.record": { "field-officer": "M", "trip-lead": "M" },
  "trip.open-case": { "field-officer": "M", "trip-lead": "M" },
  "trip.take-cases": { "field-officer": "M", "trip-lead": "M" },
  "handover.read": {
    "village-officer": "V",
    "village-head": "V",
    "triage-officer": "VW",
    "subdistrict-secretary": "VW",
    "subdistrict-head": "VW",
    "section-head": "VW",
    "field-officer": "M",
    "trip-lead": "M",
  },
  "handover.decide": { "section-head": "VW", "trip-lead": "M" },
  "handover.number": {
    "section-head": "VW",
    "subdistrict-secretary": "VW",
    "subdistrict-head": "VW",
  },
};

/** Innovations by place, status and who registered them. */
const innovation = (change: Partial<InnovationSubject>): InnovationSubject => ({
  ...{ subdistrictCode: "63.11.07", villageCode: null, status: "draft", createdById: "another" },
  ...change,
});
const innovations = {
  K: innovation({}),
  /** Registered by the actor, there and in another kecamatan. */
  O: innovation({ createdById: "me" }),
  o: innovation({ createdById: "me", subdistrictCode: "63.11.02" }),
  V: innovation({ villageCode: "63.11.07.2001" }),
  /** Endorsed by the camat, here, in the next kecamatan and in another province. */
  E: innovation({ status: "endorsed" }),
  L: innovation({ status: "sent", subdistrictCode: "63.11.02" }),
  N: innovation({ status: "sent", subdistrictCode: "35.21.05" }),
  R: innovation({ subdistrictCode: "63.11.02" }),
};
const onInnovations: Partial<Record<Permission, Partial<Record<Role, string>>>> = {
  "innovation.read": {
    reporter: "E",
    "village-head": "V",
    "triage-officer": "KOVE",
    "subdistrict-secretary": "KOVE",
    "subdistrict-head": "KOVE",
    "section-head": "KOVE",
    "sector-partner": "EL",
    "sector-lead": "EL",
    "innovation-manager": "O",
    "regional-coach": "EL",
    "coach-lead": "EL",
    auditor: "KOoVELR",
    "village-council": "E",
    volunteer: "E",
    "partner-organisation": "EL",
    "regency-officer": "KOoVELR",
    "innovation-verifier": "KOoVELR",
  },
  "innovation.edit": { "innovation-manager": "O", "village-head": "V" },
  "innovation.link": {
    "village-head": "V",
    "triage-officer": "KOVE",
    "subdistrict-secretary": "KOVE",
    "subdistrict-head": "KOVE",
    "section-head": "KOVE",
  },
  "innovation.verify": { "subdistrict-secretary": "KOVE", "subdistrict-head": "KOVE" },
  "innovation.endorse": { "subdistrict-head": "KOVE" },
  "innovation.review": { "innovation-verifier": "KOoVELR" },
  "review.read": {
    "subdistrict-secretary": "KOVE",
    "subdistrict-head": "KOVE",
    "innovation-manager": "O",
    "innovation-verifier": "KOoVELR",
    "regional-coach": "EL",
    "coach-lead": "EL",
    auditor: "KOoVELR",
  },
  "review.assess": {
    "subdistrict-secretary": "KOVE",
    "subdistrict-head": "KOVE",
    "innovation-manager": "O",
  },
  "review.judge": { "regional-coach": "EL", "coach-lead": "EL" },
  "review.agree": { "subdistrict-head": "KOVE" },
  "review.waive": { "coach-lead": "EL" },
};

/** Engagements by place, coaches and managers. */
const engagement = (change: Partial<EngagementSubject>): EngagementSubject => ({
  ...{ subdistrictCode: "63.11.07", coachIds: ["another"], managerIds: ["another"] },
  ...change,
});
const engagements = {
  K: engagement({}),
  /** Coached by the actor, here and in another province. */
  C: engagement({ coachIds: ["me"] }),
  N: engagement({ coachIds: ["me"], subdistrictCode: "35.21.05" }),
  /** Of an innovation that the actor leads, here and in the next kecamatan. */
  M: engagement({ managerIds: ["me"] }),
  m: engagement({ managerIds: ["me"], subdistrictCode: "63.11.02" }),
  L: engagement({ subdistrictCode: "63.11.02" }),
};
const onEngagements: Partial<Record<Permission, Partial<Record<Role, string>>>> = {
  "coaching.read": {
    "subdistrict-secretary": "KCM",
    "subdistrict-head": "KCM",
    "section-head": "KCM",
    "innovation-manager": "M",
    "regional-coach": "C",
    "coach-lead": "KCMmL",
    auditor: "KCMmL",
    "regency-officer": "KCMmL",
    "innovation-verifier": "KCMmL",
  },
  "coaching.open": { "coach-lead": "KCMmL" },
  "coaching.coach": { "regional-coach": "C", "coach-lead": "KCMmL" },
  "coaching.work": {
    "subdistrict-secretary": "KCM",
    "subdistrict-head": "KCM",
    "innovation-manager": "M",
  },
  "coaching.agree": { "subdistrict-secretary": "KCM", "subdistrict-head": "KCM" },
};

const inOrder = (letters: string): string => [...letters].sort().join("");

describe("the table", () => {
  it("is whole: every permission is about cases, areas, trips, innovations or coaching, and tested", () => {
    const tables = [onCases, onAreas, onTrips, onInnovations, onEngagements];
    const tested = tables.flatMap((part) => Object.keys(part));
    expect(tested.sort()).toEqual(Object.keys(permissions).sort());
  });

  describe.each(Object.entries(onCases))("%s", (permission, expected) => {
    it.each(roles)("%s", (role) => {
      const letters = (Object.keys(subjects) as Letter[]).filter((letter) =>
        can(personIn(role), permission as Permission, subjects[letter]),
      );
      expect(inOrder(letters.join(""))).toBe(inOrder(expected[role] ?? ""));
      expect(holds(personIn(role), permission as Permission)).toBe(role in expected);
    });
  });

  describe.each(Object.entries(onAreas))("%s in an area", (permission, expected) => {
    it.each(roles)("%s", (role) => {
      const letters = (Object.keys(areas) as AreaLetter[]).filter((letter) =>
        canInArea(personIn(role), permission as Permission, { areaCode: areas[letter] }),
      );
      expect(inOrder(letters.join(""))).toBe(inOrder(expected[role] ?? ""));
    });
  });

  describe.each(Object.entries(onTrips))("%s of a trip", (permission, expected) => {
    it.each(roles)("%s", (role) => {
      const letters = (Object.keys(trips) as (keyof typeof trips)[]).filter((letter) =>
        canOnTrip(personIn(role), permission as Permission, trips[letter]),
      );
      expect(inOrder(letters.join(""))).toBe(inOrder(expected[role] ?? ""));
    });
  });

  describe.each(Object.entries(onInnovations))("%s of an innovation", (permission, expected) => {
    it.each(roles)("%s", (role) => {
      const letters = (Object.keys(innovations) as (keyof typeof innovations)[]).filter((letter) =>
        canOnInnovation(personIn(role), permission as Permission, innovations[letter]),
      );
      expect(inOrder(letters.join(""))).toBe(inOrder(expected[role] ?? ""));
    });
  });

  describe.each(Object.entries(onEngagements))("%s of an engagement", (permission, expected) => {
    it.each(roles)("%s", (role) => {
      const letters = (Object.keys(engagements) as (keyof typeof engagements)[]).filter((letter) =>
        canOnEngagement(personIn(role), permission as Permission, engagements[letter]),
      );
      expect(inOrder(letters.join(""))).toBe(inOrder(expected[role] ?? ""));
    });
  });

  it("counts the cells whose slices are not built", () => {
    const cells = Object.entries(plannedPermissions).map(([name, who]) => [name, who.length]);
    expect(Object.fromEntries(cells)).toEqual({
      referral: 1,
      entitlement: 8,
      trip: 8,
      handover: 3,
      innovation: 1,
      coaching: 3,
      report: 22,
    });
  });
});

describe("the registry of families", () => {
  it("is read by the section of social welfare, and by no other section", () => {
    const inSection = (sectorCode: string): Actor => ({
      ...personIn("section-head"),
      assignments: personIn("section-head").assignments.map((a) => ({ ...a, sectorCode })),
    });
    const village = { areaCode: "63.11.07.2001" };
    const elsewhere = { areaCode: "63.11.02.2014" };
    for (const permission of ["resident.read", "resident.reveal", "resident.merge"] as const) {
      expect(canInArea(inSection(welfareSection), permission, village)).toBe(true);
      expect(canInArea(inSection(welfareSection), permission, elsewhere)).toBe(false);
      expect(canInArea(inSection("KASI_PMD"), permission, village)).toBe(false);
    }
    expect(areasOf(inSection(welfareSection), "resident.read")).toEqual(["63.11.07"]);
    expect(areasOf(inSection("KASI_PMD"), "resident.read")).toEqual([]);
  });
});

describe("clearance", () => {
  const secretLetters: Letter[] = ["x", "h", "z", "n"];

  it.each<[Role, string]>([
    ["triage-officer", "xhzn"],
    ["subdistrict-secretary", "xhzn"],
    ["subdistrict-head", "xhzn"],
    ["village-officer", "xzn"],
    ["section-head", "h"],
    ["administrator", ""],
    ["subdistrict-admin", ""],
  ])("lets %s read secret cases within reach: %s", (role, expected) => {
    const who = personIn(role, true);
    const read = secretLetters.filter((l) => can(who, "case.read", subjects[l]));
    expect(inOrder(read.join(""))).toBe(inOrder(expected));
  });

  it("opens no supervisory case to anybody", () => {
    const openTo = roles.filter((role) => can(personIn(role, true), "case.read", subjects.p));
    expect(openTo).toEqual(["inspectorate", "auditor"]);
    const otherRegency = roles.filter((role) => can(personIn(role, true), "case.read", subjects.q));
    expect(otherRegency).toEqual([]);
  });

  it("of one role does not reach into another role's area", () => {
    const two: Actor = {
      ...personIn("triage-officer"),
      assignments: [
        ...personIn("triage-officer").assignments,
        {
          ...seat["village-officer"],
          id: "b",
          role: "village-officer",
          organizationId: null,
          clearance: true,
          areaCode: "63.11.02.2014",
        },
      ],
    };
    expect(can(two, "case.read", subjects.z)).toBe(false);
    expect(can(two, "case.read", { ...subjects.y, isSecret: true })).toBe(true);
  });
});

describe("break-glass", () => {
  const withId = (letter: Letter): CaseSubject => ({ ...subjects[letter], id: letter });
  const underGlass = (role: Role, clearance = false): Actor => ({
    ...personIn(role, clearance),
    glassCases: Object.keys(subjects),
  });

  it("opens no supervisory case, to nobody, and is refused to administrators", () => {
    for (const role of roles) {
      for (const letter of ["p", "q", "P", "g"] as const) {
        expect(can(underGlass(role), "glass.break", withId(letter)), role).toBe(false);
        expect(can(underGlass(role), "case.read", withId(letter)), role).toBe(
          can(personIn(role), "case.read", withId(letter)),
        );
      }
    }
    const may = roles.filter((role) => holds(personIn(role, true), "glass.break"));
    expect(may.sort()).toEqual(
      ["section-head", "subdistrict-head", "subdistrict-secretary", "triage-officer"].sort(),
    );
  });

  it("lifts secrecy for reading alone, and never the reach of the role", () => {
    const lifted: string[] = [];
    for (const role of roles) {
      for (const permission of Object.keys(onCases) as Permission[]) {
        for (const letter of Object.keys(subjects) as Letter[]) {
          const before = can(personIn(role), permission, withId(letter));
          const after = can(underGlass(role), permission, withId(letter));
          if (after === before) continue;
          lifted.push(permission);
          // No more than somebody with clearance at the same place may.
          expect(can(personIn(role, true), permission, withId(letter))).toBe(true);
        }
      }
    }
    expect([...new Set(lifted)].sort()).toEqual([
      "case.read",
      "note.read-internal",
      "note.read-partner",
      "person.read",
      "person.reveal",
      "referral.read",
    ]);
  });

  it("opens the one case and no other, and nothing to who complains are about", () => {
    const triage: Actor = { ...personIn("triage-officer"), glassCases: ["z"] };
    expect(can(triage, "case.read", withId("z"))).toBe(true);
    expect(can(triage, "case.read", withId("h"))).toBe(false);
    expect(readsUnderGlass(triage, withId("z"))).toBe(true);
    expect(readsUnderGlass(triage, withId("x"))).toBe(false);
    const reported = { ...withId("z"), reportedParty: "63.11.07" };
    expect(can(triage, "case.read", reported)).toBe(false);
    expect(can(triage, "glass.break", reported)).toBe(false);
  });
});

describe("guard rules", () => {
  const everyCase = Object.values(subjects);
  const contents = Object.keys(onCases) as Permission[];
  const touches = (role: Role, subject: CaseSubject) =>
    contents.some((permission) => can(personIn(role, true), permission, subject));

  it.each<Role>([
    "administrator",
    "subdistrict-admin",
    "innovation-manager",
    "regional-coach",
    "coach-lead",
    "innovation-verifier",
    "field-officer",
    "trip-lead",
    "service-account",
  ])("%s touches no case, not even with clearance", (role) => {
    expect(everyCase.filter((subject) => touches(role, subject))).toEqual([]);
  });

  it("a partner organisation touches what was referred to it, and nothing else", () => {
    const touched = everyCase.filter((subject) => touches("partner-organisation", subject));
    expect(touched).toEqual([subjects.l, subjects.O, subjects.Q]);
  });

  it("an organisation's people are no party of their sector, with clearance or without", () => {
    const inSector = personIn("partner-organisation", true);
    const [seated] = inSector.assignments;
    if (!seated) throw new Error("no seat");
    const both = { ...inSector, assignments: [{ ...seated, sectorCode: "LSM" }] };
    for (const subject of [subjects.L, subjects.N, subjects.R]) {
      const open = contents.filter((permission) => can(both, permission, subject));
      expect(open).toEqual([]);
    }
    expect(referralParty("me", seated)).toBe("org:yayasan");
  });

  it("a referral opens neither notes nor persons to its party", () => {
    const closed: Permission[] = [
      "note.read-internal",
      "note.read-partner",
      "note.write-partner",
      "person.read",
      "person.reveal",
      "case.resolve",
      "referral.read",
      "referral.send",
    ];
    for (const permission of closed) {
      expect(can(personIn("sector-partner"), permission, subjects.a), permission).toBe(false);
      expect(can(personIn("sector-lead", true), permission, subjects.A), permission).toBe(false);
    }
  });

  it("who entered a supervisory case does not read it", () => {
    const readers = roles.filter((role) => can(personIn(role, true), "case.read", subjects.P));
    expect(readers).toEqual(["inspectorate", "auditor"]);
  });

  it("marking confidential and reading confidential are two permissions", () => {
    const camat = personIn("subdistrict-head", true);
    expect(can(camat, "case.read", subjects.x)).toBe(true);
    expect(can(camat, "case.mark-confidential", subjects.x)).toBe(false);
  });

  it("who has no running assignment may nothing", () => {
    const nobody: Actor = { userId: "me", name: "", assignments: [] };
    for (const permission of Object.keys(permissions) as Permission[]) {
      expect(everyCase.some((subject) => can(nobody, permission, subject))).toBe(false);
      expect(canInArea(nobody, permission, { areaCode: "63.11.07" })).toBe(false);
      expect(holds(nobody, permission)).toBe(false);
    }
  });

  it("an auditor reads and changes nothing", () => {
    const writing = contents.filter((permission) => !/read|reveal/.test(permission));
    const done = writing.filter((permission) =>
      everyCase.some((subject) => can(personIn("auditor", true), permission, subject)),
    );
    expect(done).toEqual([]);
  });
});
