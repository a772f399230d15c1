import { randomUUID } from "node:crypto";
import { act, openCommand } from "@rembuk/services/testing/case-journey";
import { halong, murungAbuin, paringinSelatan, paron, semen } from "@rembuk/services/testing/world";

/** A case as a call names it. */
export interface Target {
  readonly id: string;
  readonly version: number;
  readonly number: string;
}
const reason = "Alasan yang cukup panjang";
const onCase = (t: Target) => act(t.id, t.version);
const asSeen = (t: Target) => ({ caseId: t.id, version: t.version });
const asLine = ({ number, version }: Target) => ({
  ...{ line: 2, number, version },
  act: { act: "note", audience: "partner", body: reason },
});
const onReferral = (t: Target) => ({ ...onCase(t), referralId: randomUUID(), words: reason });
const onFile = (t: Target) => ({
  clientActionId: randomUUID(),
  caseId: t.id,
  fileId: randomUUID(),
  reason,
});
const onLetter = (t: Target) => ({
  clientActionId: randomUUID(),
  caseId: t.id,
  letterId: randomUUID(),
  version: 0,
});
const letter = {
  ...{ subject: reason, body: reason, addressee: "Kepala Dinas", place: "Paringin" },
  ...{ nature: "ordinary", enclosure: "-", copies: [], instruction: "" },
  signer: { name: "Camat (fiktif)", position: "Camat", ownPosition: "", prefix: "", nip: "" },
};
const texts = { response: "a", solution: "b", followUp: "c" };

/** Calls that name a case: to somebody out of its reach each is refused and changes nothing. */
export const aboutCase: Readonly<Record<string, (t: Target) => object>> = {
  "cases.show": (t) => ({ caseId: t.id }),
  "aid.ofCase": (t) => ({ caseId: t.id }),
  "cases.present": (t) => ({ caseId: t.id }),
  "cases.enter": (t) => ({ caseId: t.id }),
  "cases.leave": (t) => ({ caseId: t.id }),
  "cases.replies": (t) => ({ caseId: t.id, use: "route" }),
  "cases.triage": onCase,
  "cases.askInfo": (t) => ({ ...onCase(t), question: reason }),
  "cases.redirect": (t) => ({ ...onCase(t), destination: "Dinas", reason }),
  "cases.archive": (t) => ({ ...onCase(t), reason }),
  "cases.findDuplicates": (t) => ({ caseId: t.id }),
  "cases.previewBulk": (t) => ({ act: { act: "triage" }, cases: [asSeen(t)] }),
  "cases.submitBulk": (t) => ({
    clientActionId: randomUUID(),
    act: { act: "assign", target: "KASI_PMD", instruction: reason },
    cases: [onCase(t)],
  }),
  "cases.previewSheet": (t) => ({ rows: [asLine(t)] }),
  "cases.submitSheet": (t) => ({ clientActionId: randomUUID(), rows: [asLine(t)] }),
  "cases.merge": (t) => ({ ...onCase(t), intoNumber: "PRS-2026-0001-A", reason }),
  "cases.undoMerge": (t) => ({ ...onCase(t), reason }),
  "cases.answerForReport": (t) => ({ ...onCase(t), answer: "unsettled", reason }),
  "cases.split": (t) => ({
    ...onCase(t),
    ...{ categoryCode: "VIL-LPM", title: reason, description: reason, reason },
  }),
  "cases.relay": (t) => ({
    clientActionId: randomUUID(),
    caseId: t.id,
    ...{ toldBy: "Aparat desa", how: "phone", toldAt: new Date("2026-11-23T00:00:00Z") },
  }),
  "cases.amend": (t) => ({ ...onCase(t), privacy: "ANONYMOUS", reason }),
  "cases.complete": (t) => ({ ...onCase(t), information: reason }),
  "cases.cancel": (t) => ({ ...onCase(t), reason }),
  "cases.route": (t) => ({ ...onCase(t), target: "KASI_PMD", instruction: reason }),
  "cases.dispose": (t) => ({ ...onCase(t), instruction: reason }),
  "cases.returnProposal": (t) => ({ ...onCase(t), reason }),
  "cases.accept": onCase,
  "cases.decline": (t) => ({ ...onCase(t), reason }),
  "cases.resolve": (t) => ({ ...onCase(t), outcome: "handled", ...texts }),
  "cases.addNote": (t) => ({
    clientActionId: randomUUID(),
    caseId: t.id,
    audience: "partner",
    body: reason,
  }),
  "cases.hold": (t) => ({
    ...onCase(t),
    waitingFor: "budget",
    reason,
    until: new Date("2026-12-01T01:00:00Z"),
  }),
  "cases.resume": onCase,
  "cases.confirm": onCase,
  "cases.reopen": (t) => ({ ...onCase(t), reason }),
  "cases.close": onCase,
  "cases.sendLink": onCase,
  "cases.renewReceipt": (t) => ({ clientActionId: randomUUID(), caseId: t.id }),
  "cases.revealReporter": (t) => ({ caseId: t.id, reason }),
  "glass.break": (t) => ({
    clientActionId: randomUUID(),
    number: t.number,
    reason: "Anak dalam bahaya malam ini",
  }),
  "letters.list": (t) => ({ caseId: t.id }),
  "letters.save": (t) => ({
    clientActionId: randomUUID(),
    caseId: t.id,
    kind: "cover-letter",
    content: letter,
  }),
  "letters.issue": onLetter,
  "letters.attachScan": (t) => ({ ...onLetter(t), fileId: randomUUID() }),
  "letters.sign": (t) => ({
    ...onLetter(t),
    identityNumber: "6311070101900001",
    passphrase: "rahasia",
  }),
  "letters.void": (t) => ({ ...onLetter(t), reason }),
  "files.list": (t) => ({ caseId: t.id }),
  "files.begin": (t) => ({
    clientActionId: randomUUID(),
    caseId: t.id,
    audience: "partner",
    name: "a.jpg",
    size: 10,
    sha256: "0".repeat(64),
  }),
  "files.finish": onFile,
  "files.remove": onFile,
  "files.restore": onFile,
  "referrals.targets": (t) => ({ caseId: t.id }),
  "referrals.refer": (t) => ({
    ...onCase(t),
    referrals: [{ target: "DINKES", asked: reason, mandatory: false, limitDays: 3 }],
  }),
  "referrals.accept": onReferral,
  "referrals.decline": onReferral,
  "referrals.milestone": (t) => ({ ...onReferral(t), happenedOn: "2026-11-23" }),
  "referrals.finish": onReferral,
  "referrals.fail": onReferral,
  "referrals.note": onReferral,
  "referrals.revoke": onReferral,
  "referrals.waive": onReferral,
  "referrals.sendLink": onReferral,
  "referrals.revokeLink": onReferral,
  "referrals.transferTargets": (t) => ({ caseId: t.id }),
  "referrals.offerTransfer": (t) => ({ ...onCase(t), subdistrictCode: halong, reason }),
  "referrals.acceptTransfer": onReferral,
  "referrals.rejectTransfer": onReferral,
  "referrals.revokeTransfer": onReferral,
  "referrals.addTasks": (t) => ({ ...onCase(t), tasks: null }),
  "referrals.tickTask": (t) => ({
    clientActionId: randomUUID(),
    caseId: t.id,
    taskId: randomUUID(),
    done: true,
  }),
};

const ofOffice = { subdistrictCode: paringinSelatan };
const view = { order: "newest", limit: 100 };
/** Every filter of a list, with values that fit cases out of reach too. */
const narrowed = [
  { subdistricts: [paringinSelatan, halong, paron] },
  { sectors: ["DPMD", "DINKES", "KASI_PMD", "INSPEKTORAT"] },
  { units: ["DPMD", "DINKES"] },
  { person: "me" },
  { person: "00000000-0000-4000-8000-000000000001" },
  { received: { from: "2020-01-01" } },
  { due: { from: "2020-01-01", to: "2099-12-31" } },
  { escalated: true },
];
/** Calls that answer with what is in reach: none of what is not stands in any answer. */
export const overview: Readonly<Record<string, readonly unknown[]>> = {
  "cases.list": [
    view,
    { ...view, text: "KENARI" },
    ...narrowed.map((filter) => ({ ...view, ...filter })),
    ...["due", "oldest", "updated", "number"].map((order) => ({ ...view, order })),
  ],
  "cases.groups": [{ by: "village" }, { text: "KENARI", by: "sector" }],
  "cases.filterChoices": [undefined],
  "cases.search": [
    { text: "KENARI" },
    { text: "Kenarina", limit: 50 },
    { text: "9999014101900077" },
    { text: "0860-0000-0177" },
  ],
  "cases.counts": [
    { all: {}, found: { text: "KENARI" } },
    Object.fromEntries(narrowed.map((filter, at) => [`by${at}`, filter])),
  ],
  "cases.openBulks": [undefined],
  "cases.categories": [undefined],
  "cases.reportedUnits": [ofOffice],
  "cases.previewRouting": [{ ...ofOffice, categoryCode: "VIL-LPM" }],
  "aid.places": [undefined],
  "aid.enrollments": [{}],
  "aid.entitlements": [{}],
  "aid.waiting": [undefined],
  "beneficiaries.list": [{}, { text: "KENARI" }, { text: "9999014101900077" }],
  "beneficiaries.villages": [undefined],
  "beneficiaries.imports": [{ areaCode: paringinSelatan }],
  "beneficiaries.pairs": [undefined],
  "beneficiaries.requests": [undefined],
  "views.list": [undefined],
  "referrals.mine": [undefined],
  "reports.board": [undefined],
  "reports.boardCases": [{}],
  "reports.lateHolders": [undefined],
  "reports.regencyTable": [undefined],
  "reports.impact": [{}],
  "reports.receipts": [{ year: 2026 }],
  "reports.villageSheet": [{ villageCode: murungAbuin }],
  "reports.papers": [undefined],
  "trips.list": [{ scope: "all", limit: 50 }],
  "innovations.list": [{ limit: 50 }],
  "coaching.batches": [{ limit: 50 }],
  "coaching.waiting": [{ limit: 50 }],
  "coaching.standings": [{ innovationIds: [randomUUID()] }],
  "coaching.ofInnovation": [{ innovationId: randomUUID() }],
  "coaching.ofCase": [{ caseId: randomUUID() }],
  "coaching.agenda": [undefined],
  "coaching.winners": [undefined],
  "sustainability.health": [{ limit: 50 }],
  "sustainability.healthCounts": [{}],
  "trips.decrees": [ofOffice],
  "trips.waiting": [undefined],
  "trips.outreach": [{ villageCode: murungAbuin }],
  "audit.list": [{ ...ofOffice, limit: 100 }],
  "audit.seal": [undefined],
  "retention.show": [ofOffice, { subdistrictCode: "63.11" }],
  "notifications.mine": [undefined],
  "notifications.preferences": [undefined],
  "notifications.mailbox": [undefined],
  "notifications.deadLetters": [undefined],
  "operations.health": [undefined],
  "innovations.years": [undefined],
  "sustainability.criteria": [undefined],
  "glass.list": [undefined],
  "areas.search": [{ text: "KENARI" }],
  "areas.villages": [ofOffice],
  "areas.office": [ofOffice],
  "areas.sectors": [undefined],
  "staff.list": [{ areaCode: paringinSelatan }],
  "staff.sectors": [undefined],
  "organizations.list": [{ areaCode: paringinSelatan }],
  "staff.devices": [{ areaCode: paringinSelatan }],
  "handovers.quarantine": [undefined],
  "onboarding.places": [undefined],
  "onboarding.show": [{ areaCode: paringinSelatan }],
  "onboarding.imports": [{ areaCode: paringinSelatan }],
  "rules.places": [undefined],
  "rules.tree": [{ areaCode: paringinSelatan }],
  "rules.replies": [{ areaCode: paringinSelatan }],
  "rules.templates": [{ areaCode: paringinSelatan }],
  "rules.taskDates": [{ areaCode: paringinSelatan, limitDays: [3] }],
  "rules.office": [{ subdistrictCode: paringinSelatan }],
};
/** Neither names a case nor answers with any; here the gate of their permission is tried. */
export const gateOnly: readonly string[] = [
  ...["calendars.change", "calendars.list", "calendars.preview"],
  // Of one's own phone, its village or its trip (village-phone.test.ts, trip-case.test.ts).
  ...["devices.takeCases", "handovers.openCase"],
  // By one's own phone and a photo that its record told of (case-photos.test.ts).
  ...["devices.putPhoto", "handovers.putCasePhoto"],
  // By the id of one's own batch; another's is not found (bulk.test.ts).
  ...["cases.undoBulk", "cases.settleBulk", "cases.acknowledgeBulk"],
  ...[
    "devices.register",
    "devices.replay",
    "glass.revoke",
    "retention.answer",
    "letters.setting",
    "letters.saveSetting",
    "notifications.markRead",
    "notifications.setPreferences",
    "notifications.retryDeadLetter",
  ],
  ...[
    "rules.addCategory",
    "rules.history",
    "rules.moveCategory",
    "rules.previewMove",
    "rules.preview",
    "rules.save",
    "rules.saveReply",
    "rules.saveOffice",
    "rules.saveTemplate",
  ],
  // Masters of the installation: innovation-masters.test.ts.
  ...["innovations.saveYear", "sustainability.saveCriteria"],
  // A village reads its kecamatan's: the place lies around its own (programs.test.ts).
  ...["aid.programs", "aid.program"],
  // By the place of the person and of the enrolment: enrollments.test.ts.
  ...["aid.nominate", "aid.settle"],
  // By the place of the cycle and of each entitlement: entitlements.test.ts.
  ...["aid.cycle", "aid.prepareEntitlements", "aid.grantEntitlements", "aid.cancelEntitlement"],
  // By the id of a household or of a member within the fence: registry.test.ts.
  ...["beneficiaries.show", "beneficiaries.reveal", "beneficiaries.revealCard"],
  // The worker makes it with the rights of that moment: papers.test.ts.
  "reports.requestFamilyTable",
  ...["beneficiaries.planImport", "beneficiaries.startImport"],
  ...["beneficiaries.cancelImport", "beneficiaries.undoImport"],
  ...["beneficiaries.merge", "beneficiaries.undoMerge", "beneficiaries.tellApart"],
  // By the place of the organisation itself: organizations.test.ts.
  "organizations.close",
  // By the id of a view within the fence of person and office (save-view.test.ts).
  ...["views.save", "views.delete", "views.setStart"],
  // What the worker makes of them is held to the scope by papers.test.ts.
  ...["reports.requestMeetingSheet", "reports.requestCaseTable", "reports.cancelPaper"],
  // By the id of a trip within the fence (trip-journey.test.ts).
  ...["reports.requestTripOrder", "reports.requestLoadingList", "reports.requestTripReport"],
  "reports.requestHandoverSheet",
  // By the id of an import; another office's is not found (import-register.test.ts).
  ...["onboarding.planImport", "onboarding.startImport"],
  ...["onboarding.cancelImport", "onboarding.undoImport"],
  ...["session.changePassword", "session.me", "session.redeemResetCode"],
  ...["staff.absences", "staff.assign", "staff.disable", "staff.duty", "staff.dutyPeople"],
  ...["staff.endAssignment", "staff.invite", "staff.recordAbsence", "staff.resetPassword"],
  ...["staff.revokeDevice", "staff.scheduleDuty", "staff.substitutes"],
  ...["staff.withdrawAbsence", "staff.withdrawShift"],
  // By the id of a trip or an SK within the fence; another's is not found (trip-journey.test.ts).
  ...["trips.show", "trips.setStop", "trips.move", "trips.order", "trips.load", "trips.arrive"],
  ...["trips.count", "trips.postpone", "trips.cancel", "trips.revokeDecree"],
  // By the id of an outreach within the fence: outreach.test.ts.
  "trips.relayOutreach",
  // By the id of a person or a request within the fence: subject-requests.test.ts.
  ...["beneficiaries.recordRequest", "beneficiaries.answerRequest"],
  // By the id of a decision within the fence: meetings.test.ts.
  ...["meetings.finishAction", "meetings.linkActionCase"],
  // The same, by manifest.test.ts.
  ...["trips.manifest", "trips.offer", "trips.fillManifest", "trips.removeLines"],
  // By the trip of a record within the fence, or by one's own phone (handover-journey.test.ts).
  ...["handovers.register", "handovers.take", "handovers.push", "handovers.putEvidence"],
  ...["handovers.list", "handovers.evidence", "handovers.settle", "handovers.verify"],
  "handovers.keySheet",
  ...["handovers.records", "reports.requestHandoverRecord", "reports.requestRecipientList"],
  // By the phone of the record within the fence: quarantine.test.ts.
  "handovers.decideQuarantined",
  // By the id of an innovation within the fence, and by what the table says of it: innovation-journey.test.ts.
  ...["innovations.show", "innovations.saveProfile", "innovations.saveParts", "innovations.import"],
  ...["innovations.move", "innovations.requestRevision", "innovations.answerRevision"],
  ...["innovations.moveStage", "innovations.linkCase", "innovations.unlinkCase"],
  ...["innovations.linkMeeting", "innovations.unlinkMeeting"],
  "reports.requestInnovationPaper",
  // The same, by reviews.test.ts.
  ...["sustainability.list", "sustainability.move"],
  // By the id of a batch, an engagement or a part of it within the fence: coaching-journey.test.ts.
  ...["coaching.batch", "coaching.show", "coaching.openBatch", "coaching.saveTeam"],
  ...["coaching.move", "coaching.savePlan", "coaching.agreePlan", "coaching.handOver"],
  ...["coaching.schedule", "coaching.stepSession", "coaching.enterIdea", "coaching.propose"],
  ...["coaching.stepCommitment", "coaching.linkCase"],
  // By the id of a meeting within the fence: meetings.test.ts.
  "reports.requestMinutes",
  ...["reports.requestCoachingInvitation", "reports.requestCoachingReport"],
  // By the id of an innovation, an engagement or a document within the fence: document-journey.test.ts.
  ...["documents.list", "documents.begin", "documents.finish", "documents.remove"],
  // A stream: what it tells is `findVisibleCases`, held to the scope by read-scope.test.ts.
  "live.events",
];

const inParon = () => ({ clientActionId: randomUUID(), areaCode: paron });

/** Calls that name a place: refused to whoever's permission does not reach Paron. */
export const aboutPlace: Readonly<Record<string, () => object>> = {
  "cases.open": () => openCommand({ villageCode: semen }),
  "audit.list": () => ({ subdistrictCode: paron, limit: 100 }),
  "retention.show": () => ({ subdistrictCode: paron }),
  "retention.propose": () => ({ clientActionId: randomUUID(), subdistrictCode: paron }),
  "retention.set": () => ({
    ...{ clientActionId: randomUUID(), subdistrictCode: paron },
    ...{ classification: "", months: 12 },
  }),
  "reports.villageSheet": () => ({ villageCode: semen }),
  "reports.requestVillageSheet": () => ({
    clientActionId: randomUUID(),
    villageCode: semen,
  }),
  "staff.list": () => ({ areaCode: paron }),
  "staff.devices": () => ({ areaCode: paron }),
  "organizations.list": () => ({ areaCode: paron }),
  "organizations.save": () => ({
    ...{ clientActionId: randomUUID(), version: 0, areaCode: paron, kind: "ngo", name: reason },
    ...{ agreementNumber: reason, startsOn: "2026-01-01", endsOn: "2026-12-31", contacts: [] },
  }),
  "innovations.register": () => ({
    ...{ clientActionId: randomUUID(), subdistrictCode: paron, villageCode: semen, name: reason },
  }),
  "trips.decrees": () => ({ subdistrictCode: paron }),
  "meetings.list": () => ({ subdistrictCode: paron }),
  "meetings.record": () => ({
    ...{ clientActionId: randomUUID(), subdistrictCode: paron, sectorCode: "KASI_PMD" },
    ...{ programYear: 2026, subject: reason, heldOn: "2026-01-10", place: "Aula" },
    ...{ chair: "Camat", minutes: `${reason} untuk dicatat`, decisions: [] },
    attendees: [{ name: "Siti", position: "Staf", element: "office" }],
  }),
  "trips.plan": () => ({
    ...{ clientActionId: randomUUID(), subdistrictCode: paron, purpose: reason, vehicle: "-" },
    ...{ startsOn: "2026-11-26", endsOn: "2026-11-26", decreeId: null, crew: [] },
    ...{ villages: [semen], goods: [], activities: [], costs: [] },
  }),
  "trips.recordOutreach": () => ({
    ...{ clientActionId: randomUUID(), villageCode: semen, topic: reason, place: "Balai desa" },
    ...{ heldOn: "2026-01-10", medium: "in_person", team: "Kasi" },
  }),
  "trips.issueDecree": () => ({
    ...{ clientActionId: randomUUID(), subdistrictCode: paron, number: "188", subject: reason },
    ...{ issuedOn: "2026-01-01", startsOn: "2026-01-01", endsOn: "2026-12-31", procedure: "SOP" },
    members: [{ name: "Siti", position: "Staf", team: "pelaksana" }],
  }),
  "aid.saveProgram": () => ({
    ...{ clientActionId: randomUUID(), subdistrictCode: paron, code: "PKH", version: 0 },
    isActive: true,
    content: {
      ...{ name: reason, short: "PKH", manager: reason, fundingLevel: "ministry" },
      ...{ aidType: "food", benefit: "", amount: "", cadence: "", target: "", route: "" },
      ...{ documents: [], verification: "", evidence: "", legalBasis: "" },
    },
  }),
  "aid.saveCycle": () => ({
    ...{ clientActionId: randomUUID(), subdistrictCode: paron, code: "PKH", version: 0 },
    ...{ name: "2026", startsOn: "2026-01-01", endsOn: "2026-12-31", benefit: "x" },
  }),
  "beneficiaries.save": () => ({
    ...{ clientActionId: randomUUID(), version: 0, villageCode: semen },
    members: [
      {
        ...{ name: reason, relation: "head", sex: "female", birthDate: "1980-01-01" },
        nikMissing: "lost",
      },
    ],
  }),
  "onboarding.show": () => ({ areaCode: paron }),
  "trips.saveVillageFacts": () => ({
    ...{ clientActionId: randomUUID(), villageCode: `${paron}.2001`, version: 0 },
    ...{ hoursToOffice: 1, signal: "none", access: "foot", rainyAccess: "cut", source: "Kades" },
  }),
  "onboarding.imports": () => ({ areaCode: paron }),
  "beneficiaries.imports": () => ({ areaCode: paron }),
  "beneficiaries.sendImport": () => ({ ...inParon(), content: "UEsDBAAAAAA=" }),
  "onboarding.readPeople": () => ({ areaCode: paron, text: "UEsDBAAAAAA=" }),
  "onboarding.sendImport": () => ({ ...inParon(), content: "UEsDBAAAAAA=" }),
  "onboarding.mark": () => ({ ...inParon(), step: "villages", mark: "checked" }),
  "onboarding.addSectorOffices": inParon,
  "onboarding.saveContact": () => ({
    ...{ ...inParon(), organizationId: randomUUID(), name: "Dinas", phone: null },
  }),
  "onboarding.saveOffice": () => ({
    ...{ clientActionId: randomUUID(), subdistrictCode: paron, name: "Kecamatan", letters: "XYZ" },
    ...{ deskName: "Meja", address: "Jalan Raya", phone: "0351", openingHours: "08.00-16.00" },
  }),
};
