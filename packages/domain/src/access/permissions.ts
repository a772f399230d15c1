import type { Role } from "./roles";

/**
 * How far a permission reaches, from the assignment that grants it:
 * - own: what the person reported or entered
 * - own-village / own-subdistrict / own-regency: the assignment's area
 * - own-section: cases whose focal section is the assignment's, or that it holds
 * - own-sector: cases whose lead sector is the assignment's, in its area
 * - own-or-referred, own-sector-or-referred: besides, cases with an open or accepted referral to the
 *   assignment's party; own-subdistrict-or-offered: besides, cases whose transfer is offered
 * - referred: cases with an open or accepted referral to the assignment's party
 * - referral-party: that referral itself, also of a case too secret to be read
 * - escalated: cases of the regency that rose to level 4
 * - supervisory: supervisory complaints (berkadar pengawasan) of the regency
 * - secret-subdistrict, secret-section: the secret cases of the assignment's kecamatan or section, also
 *   those that it may not read; never a supervisory one
 * - audited: everything in the area, confidential too, every read logged
 * - welfare-section: the registry of the assignment's kecamatan, for the section of social welfare alone
 * - published: innovations that the camat endorsed, in the assignment's area or its village's kecamatan
 * - own-engagement: coaching that the person runs as its coach, or of an innovation that they lead
 * - own-province: coaching in the assignment's province
 * - everywhere: not tied to a place
 */
export type Reach =
  | "own"
  | "own-village"
  | "own-subdistrict"
  | "own-regency"
  | "own-section"
  | "own-sector"
  | "own-or-referred"
  | "own-subdistrict-or-offered"
  | "own-sector-or-referred"
  | "referred"
  | "referral-party"
  | "escalated"
  | "supervisory"
  | "secret-subdistrict"
  | "secret-section"
  | "audited"
  | "welfare-section"
  | "published"
  | "own-engagement"
  | "own-province"
  | "everywhere";

type Grants = Partial<Record<Role, Reach>>;

/** Village side, kecamatan side and sector side of the table, named once. */
const village: Grants = { "village-officer": "own-village", "village-head": "own-village" };
const kecamatanLeaders: Grants = {
  "subdistrict-secretary": "own-subdistrict",
  "subdistrict-head": "own-subdistrict",
};
const desk: Grants = { "triage-officer": "own-subdistrict" };
const section: Grants = { "section-head": "own-section" };
/** The Sekcam leads the secretariat, which is a section of its own (assignment with section SEKCAM). */
const sectionWork: Grants = { ...section, "subdistrict-secretary": "own-section" };
const sectors: Grants = { "sector-partner": "own-sector", "sector-lead": "own-sector" };
const welfareSection: Grants = { "section-head": "welfare-section" };
const inspectorate: Grants = { inspectorate: "supervisory" };
/** Whoever may be asked for help in parallel. */
const referred: Grants = {
  "village-officer": "referral-party",
  "village-head": "referral-party",
  "sector-partner": "referral-party",
  "sector-lead": "referral-party",
  volunteer: "referral-party",
  "partner-organisation": "referral-party",
};

/** Who may do what, how far. A permission that is not listed here does not exist; a role not listed may not. */
export const permissions = {
  "case.open": {
    reporter: "own-village",
    ...village,
    ...desk,
    "sector-partner": "own-regency",
    "sector-lead": "own-regency",
    "village-council": "own-village",
    volunteer: "own-village",
  },
  "case.read": {
    reporter: "own",
    ...village,
    "triage-officer": "own-subdistrict-or-offered",
    "subdistrict-secretary": "own-subdistrict-or-offered",
    "subdistrict-head": "own-subdistrict-or-offered",
    ...section,
    "sector-partner": "own-sector-or-referred",
    "sector-lead": "own-sector-or-referred",
    ...inspectorate,
    auditor: "audited",
    "village-council": "own",
    volunteer: "own-or-referred",
    "partner-organisation": "referred",
    "regency-officer": "escalated",
  },
  "case.triage": { ...desk },
  /** What was missing, from who brought it; the desk writes down what it was told. */
  "case.complete": { reporter: "own", ...village, "village-council": "own", volunteer: "own" },
  "case.cancel": {
    reporter: "own",
    "village-officer": "own",
    "village-head": "own",
    "village-council": "own",
    volunteer: "own",
  },
  /** To correct village, category, person or privacy of an intake. */
  "case.amend": { ...desk },
  /** Two reports of one matter, and back; one report of two matters. */
  "case.merge": { ...desk, ...kecamatanLeaders },
  "case.split": { ...desk },
  "case.route": { ...desk, ...kecamatanLeaders },
  /** Disposisi: where an office wants it, no case leaves before it. */
  "case.dispose": { ...kecamatanLeaders },
  /** The leaders give a proposal back, or the desk takes its own one back. */
  "case.return-proposal": { ...desk, ...kecamatanLeaders },
  "case.answer-assignment": { ...sectors, ...sectionWork, ...inspectorate },
  "case.record-on-behalf": { ...desk, ...section, ...kecamatanLeaders },
  "case.send-link": { ...desk, ...section },
  "case.hold": { ...desk, ...sectionWork, ...sectors, ...inspectorate },
  "case.resolve": { ...desk, ...sectionWork, ...sectors, ...inspectorate },
  "case.confirm": {
    reporter: "own",
    ...village,
    "village-council": "own",
    volunteer: "own",
    ...desk,
  },
  "case.close": { ...desk, ...inspectorate },
  "case.mark-confidential": { ...desk },
  /** To record that the citizen was told. */
  "case.relay": { ...village, ...desk },
  "case.reprint-receipt": { ...desk, ...village },
  /** Break-glass: one secret case for a day, with a reason (docs/adr/0012-break-glass.md). */
  "glass.break": {
    "triage-officer": "secret-subdistrict",
    "subdistrict-secretary": "secret-subdistrict",
    "subdistrict-head": "secret-subdistrict",
    "section-head": "secret-section",
  },
  "glass.oversee": { ...kecamatanLeaders },
  "note.write-internal": { ...desk, ...section, ...kecamatanLeaders },
  "note.write-partner": {
    ...desk,
    ...section,
    ...kecamatanLeaders,
    ...sectors,
    ...village,
    ...inspectorate,
  },
  "note.write-reporter": { ...desk, ...sectionWork, ...sectors, ...inspectorate },
  "note.read-internal": { ...desk, ...section, ...kecamatanLeaders, auditor: "audited" },
  "note.read-partner": {
    ...desk,
    ...section,
    ...kecamatanLeaders,
    ...sectors,
    ...village,
    ...inspectorate,
    auditor: "audited",
    "regency-officer": "escalated",
  },
  // Whom a file is for: as with notes, and who reports adds proof of what they reported.
  "file.add-internal": { ...desk, ...section, ...kecamatanLeaders },
  "file.add-partner": {
    ...desk,
    ...section,
    ...kecamatanLeaders,
    ...sectors,
    ...village,
    ...inspectorate,
  },
  "file.add-reporter": {
    ...desk,
    ...sectionWork,
    ...sectors,
    ...inspectorate,
    reporter: "own",
    "village-council": "own",
    volunteer: "own",
  },
  "file.remove": { ...desk, ...inspectorate },
  "referral.send": { ...desk, ...section },
  "referral.manage": { ...desk, ...section, ...kecamatanLeaders },
  /** A signed link for a party without account, and its end. */
  "referral.send-link": { ...desk, ...section },
  "referral.answer": referred,
  "referral.read": {
    ...desk,
    ...kecamatanLeaders,
    ...section,
    ...sectors,
    auditor: "audited",
  },
  "referral.read-notes": { ...referred, auditor: "audited" },
  "transfer.propose": { ...desk, ...kecamatanLeaders },
  "transfer.answer": {
    "triage-officer": "referral-party",
    "subdistrict-secretary": "referral-party",
    "subdistrict-head": "referral-party",
  },
  "task.manage": { ...desk, ...sectionWork, ...sectors },
  /** A reporter names nobody but who reports: the citizen without account, in the village of the case. */
  "person.create": { reporter: "own-village", ...village, ...desk },
  // Surat: the desk prepares and attaches the signed scan, the leaders give it its number.
  "letter.draft": { ...desk, ...kecamatanLeaders },
  "letter.issue": { ...kecamatanLeaders },
  "person.read": {
    ...village,
    ...desk,
    ...kecamatanLeaders,
    ...section,
    ...sectors,
    ...inspectorate,
    auditor: "audited",
  },
  "person.reveal": { ...desk, ...section, ...sectors, ...inspectorate, auditor: "audited" },
  // The registry of families (docs/adr/0023-registry.md): the village keeps its own, the kecamatan reads it.
  "resident.read": {
    ...village,
    ...desk,
    ...kecamatanLeaders,
    ...welfareSection,
    auditor: "audited",
  },
  /** NIK, No. KK, birth date and phone of a member, for a stated purpose. */
  "resident.reveal": { ...village, ...desk, ...welfareSection, auditor: "audited" },
  "household.save": { "village-officer": "own-village" },
  // What people ask about their own data: whoever meets them writes it down, the kecamatan answers.
  "subject-request.record": { "village-officer": "own-village", ...desk, ...welfareSection },
  "subject-request.read": {
    ...village,
    ...desk,
    ...kecamatanLeaders,
    ...welfareSection,
    auditor: "audited",
  },
  "subject-request.answer": { ...kecamatanLeaders, ...welfareSection },
  /** The registry as a table, numbers masked, with a reason that stands in the trail. */
  "household.export": { "village-officer": "own-village", ...desk },
  /** A list of families from Excel: the village its own, the desk those of the kecamatan. */
  "household.import": { "village-officer": "own-village", ...desk },
  /** To say that two records are one person, or are not; never about a record of one's own. */
  "resident.merge": { ...desk, ...welfareSection },
  /** Welfare programs as a kecamatan uses them: what they are and who decides, never who gets them. */
  "program.read": {
    ...village,
    ...desk,
    ...kecamatanLeaders,
    "section-head": "own-subdistrict",
    "sector-partner": "own-regency",
    "sector-lead": "own-regency",
    "regency-officer": "own-regency",
    auditor: "audited",
    "subdistrict-admin": "own-subdistrict",
    administrator: "everywhere",
  },
  "program.edit": { "subdistrict-admin": "own-subdistrict", administrator: "everywhere" },
  // Enrolment: the village puts forward, the kecamatan checks, whose money it is decides.
  "enrollment.read": {
    ...village,
    ...desk,
    ...kecamatanLeaders,
    ...welfareSection,
    auditor: "audited",
  },
  "enrollment.nominate": { ...village },
  "enrollment.verify": { ...desk, ...welfareSection },
  "enrollment.recommend": { ...kecamatanLeaders, "village-head": "own-village" },
  /** Of one's own funds alone; whose they are, the program says. */
  "enrollment.approve": { "subdistrict-head": "own-subdistrict", "village-head": "own-village" },
  // Entitlement: what an enrolment receives in a cycle. Made by the kecamatan, approved by whose money it is.
  "entitlement.read": {
    ...village,
    ...desk,
    ...kecamatanLeaders,
    ...welfareSection,
    auditor: "audited",
  },
  "entitlement.prepare": { ...desk, ...welfareSection },
  /** Of one's own funds alone; whose they are, the program says. */
  "entitlement.approve": { "subdistrict-head": "own-subdistrict", "village-head": "own-village" },
  /** What was decided elsewhere, with the letter that says so. */
  "entitlement.record": { ...desk, ...kecamatanLeaders, ...welfareSection },
  "entitlement.cancel": { ...desk, ...kecamatanLeaders, ...welfareSection },
  /** Counts, of the cases that the reader may open and of no others. */
  "board.read": {
    ...village,
    ...kecamatanLeaders,
    ...desk,
    ...section,
    ...sectors,
    "regency-officer": "own-regency",
  },
  /** Counts of every case that is not confidential, none too small; no case behind them. */
  "board.aggregate": { "regency-officer": "own-regency" },
  /** Trips to the villages: the office's, the villages' where they stop, and one's own as crew. */
  "trip.read": {
    ...village,
    ...kecamatanLeaders,
    ...desk,
    "section-head": "own-subdistrict",
    "field-officer": "own",
    "trip-lead": "own",
  },
  "trip.plan": { "section-head": "own-subdistrict", "subdistrict-secretary": "own-subdistrict" },
  "trip.approve": { ...kecamatanLeaders },
  "decree.issue": { ...kecamatanLeaders },
  /** Time and place: the village from its screen, the office on its word. */
  "trip.set-stop": {
    ...village,
    ...desk,
    "section-head": "own-subdistrict",
    "subdistrict-secretary": "own-subdistrict",
    "trip-lead": "own",
  },
  /** To put entitlements of the villages onto a trip, and to take them off. */
  "trip.fill-manifest": {
    ...desk,
    "section-head": "own-subdistrict",
    "subdistrict-secretary": "own-subdistrict",
  },
  // Sosialisasi: the office holds it, the village passes it on.
  "outreach.read": {
    ...village,
    ...kecamatanLeaders,
    ...desk,
    "section-head": "own-subdistrict",
  },
  "outreach.record": {
    ...desk,
    "section-head": "own-subdistrict",
    "subdistrict-secretary": "own-subdistrict",
  },
  "outreach.relay": { ...village, ...desk, "section-head": "own-subdistrict" },
  /** Load, depart, arrive, return, count and close. */
  "trip.run": { "section-head": "own-subdistrict", "trip-lead": "own" },
  // Serah terima: recorded by who goes along, read with the trip, decided by who closes it.
  "handover.record": { "field-officer": "own", "trip-lead": "own" },
  /** A matter that the crew was told of in a village of its trip; the crew does not read it afterwards. */
  "trip.open-case": { "field-officer": "own", "trip-lead": "own" },
  /** Open cases of the villages where the trip stops, brought along on a phone: no case is opened by it. */
  "trip.take-cases": { "field-officer": "own", "trip-lead": "own" },
  "handover.read": {
    ...village,
    ...kecamatanLeaders,
    ...desk,
    "section-head": "own-subdistrict",
    "field-officer": "own",
    "trip-lead": "own",
  },
  /** Of two records about one person, or of a doubtful one. */
  "handover.decide": { "section-head": "own-subdistrict", "trip-lead": "own" },
  // Inovasi: registered by who leads it, checked by the office, endorsed by the camat, reviewed by the kabupaten.
  "innovation.read": {
    "innovation-manager": "own",
    "village-head": "own-village",
    ...desk,
    ...kecamatanLeaders,
    "section-head": "own-subdistrict",
    "sector-partner": "published",
    "sector-lead": "published",
    "regional-coach": "published",
    "coach-lead": "published",
    "village-council": "published",
    volunteer: "published",
    reporter: "published",
    "partner-organisation": "published",
    "regency-officer": "own-regency",
    "innovation-verifier": "own-regency",
    auditor: "audited",
  },
  "innovation.edit": { "innovation-manager": "own", "village-head": "own-village" },
  /** A case that shows the problem: by who may read that case. */
  "innovation.link": {
    ...desk,
    ...kecamatanLeaders,
    "section-head": "own-subdistrict",
    "village-head": "own-village",
  },
  /** Never of one's own. */
  "innovation.verify": { ...kecamatanLeaders },
  "innovation.endorse": { "subdistrict-head": "own-subdistrict" },
  "innovation.review": { "innovation-verifier": "own-regency" },
  /** Which innovations a year of the national index takes. */
  "innovation.rubric": { administrator: "everywhere" },
  // Tinjauan keberlanjutan: the office assesses itself, somebody from outside judges.
  "review.read": {
    ...kecamatanLeaders,
    "innovation-manager": "own",
    "innovation-verifier": "own-regency",
    "regional-coach": "published",
    "coach-lead": "published",
    auditor: "audited",
  },
  "review.assess": { ...kecamatanLeaders, "innovation-manager": "own" },
  "review.judge": { "regional-coach": "published", "coach-lead": "published" },
  "review.agree": { "subdistrict-head": "own-subdistrict" },
  "review.waive": { "coach-lead": "published" },
  /** What a review asks about. */
  "review.criteria": { administrator: "everywhere" },
  // Pembinaan: run by its coaches, answered by the office; the lead opens batches of the province.
  "coaching.read": {
    ...kecamatanLeaders,
    "section-head": "own-subdistrict",
    "innovation-manager": "own-engagement",
    "regional-coach": "own-engagement",
    "coach-lead": "own-province",
    "regency-officer": "own-regency",
    "innovation-verifier": "own-regency",
    auditor: "audited",
  },
  "coaching.open": { "coach-lead": "own-province" },
  "coaching.coach": { "regional-coach": "own-engagement", "coach-lead": "own-province" },
  /** Proposes, does and shows evidence. */
  "coaching.work": { ...kecamatanLeaders, "innovation-manager": "own-engagement" },
  /** Stands behind minutes, plan and commitments for the office. */
  "coaching.agree": { ...kecamatanLeaders },
  /** Hours, signal and road of a village. */
  "village-facts.save": { "village-officer": "own-village", ...desk },
  /** Berita acara: it takes a number of the office's register. */
  "handover.number": { "section-head": "own-subdistrict", ...kecamatanLeaders },
  // Rapat per bidang: whoever prepares a program writes down what was decided, the leaders read it.
  "meeting.read": { ...desk, ...kecamatanLeaders, "section-head": "own-subdistrict" },
  "meeting.record": {
    ...desk,
    "section-head": "own-subdistrict",
    "subdistrict-secretary": "own-subdistrict",
  },
  /** Reach and impact: who was served where, as counts, and the receipts behind them. */
  "impact.read": {
    ...village,
    ...kecamatanLeaders,
    ...desk,
    "section-head": "own-subdistrict",
  },
  /** Lembar desa: what Rembuk knows of a village; its cases by `case.read`, as ever. */
  "village-sheet.read": {
    ...village,
    ...kecamatanLeaders,
    ...desk,
    "section-head": "own-subdistrict",
    "sector-partner": "own-regency",
    "sector-lead": "own-regency",
    "regency-officer": "own-regency",
  },
  /** To keep a view of the list for everybody of one's office. */
  "view.share": {
    ...desk,
    ...kecamatanLeaders,
    ...section,
    ...sectors,
    ...inspectorate,
    ...village,
  },
  /** A view of the queue as a table to take along: a reading of many, with a reason. */
  "case.export": { ...kecamatanLeaders, ...desk, ...section, ...sectors },
  "user.read": {
    ...kecamatanLeaders,
    "subdistrict-admin": "own-subdistrict",
    administrator: "everywhere",
    auditor: "audited",
  },
  "user.invite": {
    ...kecamatanLeaders,
    "subdistrict-admin": "own-subdistrict",
    administrator: "everywhere",
  },
  "user.assign": { "subdistrict-admin": "own-subdistrict", administrator: "everywhere" },
  "user.end": { "subdistrict-admin": "own-subdistrict", administrator: "everywhere" },
  /** Substitutes: administrators for their place, camat and sekcam for their own office. */
  "absence.record": {
    ...kecamatanLeaders,
    "subdistrict-admin": "own-subdistrict",
    administrator: "everywhere",
  },
  /** Partner organisations: their names are master data, whom to call there is not. */
  "organization.read": {
    ...kecamatanLeaders,
    ...desk,
    "section-head": "own-subdistrict",
    "subdistrict-admin": "own-subdistrict",
    administrator: "everywhere",
  },
  "organization.edit": { "subdistrict-admin": "own-subdistrict", administrator: "everywhere" },
  "calendar.edit": { "subdistrict-admin": "own-subdistrict", administrator: "everywhere" },
  "duty.read": {
    ...kecamatanLeaders,
    ...desk,
    ...section,
    ...sectors,
    "subdistrict-admin": "own-subdistrict",
    administrator: "everywhere",
  },
  "duty.edit": {
    ...kecamatanLeaders,
    "subdistrict-admin": "own-subdistrict",
    administrator: "everywhere",
  },
  "user.reset": { "subdistrict-admin": "own-subdistrict", administrator: "everywhere" },
  /** Routing rules, own categories and prepared replies: configuration, never a case. */
  "rules.edit": { "subdistrict-admin": "own-subdistrict", administrator: "everywhere" },
  /** A kecamatan made ready: its office, contacts, steps, and the register it kept before. No case is read. */
  "office.prepare": { "subdistrict-admin": "own-subdistrict", administrator: "everywhere" },
  "audit.read": {
    ...kecamatanLeaders,
    "subdistrict-admin": "own-subdistrict",
    administrator: "everywhere",
    auditor: "audited",
  },
  /** What is kept for how long, and that it went; the camat agrees to what the administrator proposes. */
  "retention.read": {
    "subdistrict-head": "own-subdistrict",
    "subdistrict-admin": "own-subdistrict",
    ...inspectorate,
    auditor: "audited",
  },
  // Of supervisory complaints two people of the inspectorate, for their kabupaten.
  "retention.propose": { "subdistrict-admin": "own-subdistrict", ...inspectorate },
  "retention.approve": { "subdistrict-head": "own-subdistrict", ...inspectorate },
  "operations.read": { administrator: "everywhere" },
  "operations.retry": { administrator: "everywhere" },
  /** What a revoked phone still sent: seen and decided by who would have taken it at the office. */
  "quarantine.decide": { ...desk, "section-head": "own-subdistrict" },
  "device.revoke": { "subdistrict-admin": "own-subdistrict", administrator: "everywhere" },
} as const satisfies Record<string, Grants>;
export type Permission = keyof typeof permissions;
