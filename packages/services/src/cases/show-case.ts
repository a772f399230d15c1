import { can } from "@rembuk/domain/access/policy";
import { isTurnOf, nextSteps } from "@rembuk/domain/cases/lifecycle";
import type { Case, NoteAudience } from "@rembuk/domain/cases/model";
import { hasCitizen } from "@rembuk/domain/cases/relaying";
import { findOffice, listVillages } from "../areas/queries";
import { caseCalendars } from "../calendars/queries";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { requirePermission } from "../kernel/require-permission";
import { loadSectors } from "./category-queries";
import { loadCase } from "./change-case";
import type { CaseDetail } from "./detail-queries";
import { readDisposition } from "./disposition-queries";
import { readGlass } from "./glass-queries";
import { loadParts, readReporter, stagesOf, timelineOf } from "./history-queries";
import { logReading } from "./log-reading";
import { readClocks } from "./queries";
import { isReferredOnly, loadReferrals, loadTasks, referralRights } from "./referral-queries";
import { readRelated } from "./related-queries";
import { listRelays } from "./relay-store";
import { nameReportedUnit } from "./reported-unit-queries";
import { ruleOfCase } from "./rule-queries";
import { templateTexts } from "./template-queries";

const noRelated = { carriedBy: null, reports: [], splitFrom: null, splitInto: [] };
const noTasks = { tasks: [], mayManageTasks: false, templateSteps: [] };

/**
 * One case with its history, as far as the reader may see. Reading a secret or supervisory one is logged.
 * @throws not-found CASE_NOT_FOUND also where it exists and may not be known
 */
export const showCase = (
  ctx: ServiceContext,
  input: { readonly caseId: string },
): Promise<CaseDetail> =>
  inTransaction(ctx, async (tx) => {
    const kase = await loadCase(tx, input.caseId);
    requirePermission(ctx, "case.read", kase);
    await logReading(tx, ctx, kase);
    const isGuest = isReferredOnly(ctx, kase);
    const parts = await loadParts(tx, ctx, kase, isGuest);
    const reporter = await readReporter(tx, ctx, kase);
    const related = isGuest ? noRelated : await readRelated(tx, ctx, kase);
    const [category, sectors, villages, calendars, office] = await Promise.all([
      ruleOfCase(ctx, kase),
      loadSectors(ctx.db, ""),
      listVillages(ctx.db, kase.villageCode.slice(0, 8)),
      caseCalendars(ctx.db, kase),
      findOffice(ctx.db, kase.subdistrictCode),
    ]);
    const calendar = calendars.total;
    const referrals = await loadReferrals(tx, ctx, { kase, calendar });
    const tasks = isGuest ? noTasks : await loadTasks(tx, ctx, kase, category.tasks);
    const nameOf = (code: string | null) =>
      code === null ? null : (sectors.get(code)?.name ?? code);
    const village = villages.find((v) => v.code === kase.villageCode);
    const {
      leadParty: _p,
      reportedParty: _t,
      leadSectorCode,
      createdById,
      responsibleId,
      reporterUserId: _u,
      reporterPersonId: _r,
      holder,
      ...shown
    } = kase;
    const notes = parts.notes.map((n) => ({
      id: n.id,
      audience: n.audience as NoteAudience,
      purpose: n.purpose,
      body: n.body,
      authorName: parts.names.get(n.authorId) ?? "",
      createdAt: n.createdAt,
    }));
    return {
      ...pickShown(shown),
      category: {
        code: kase.categoryCode,
        name: category.name,
        requiredEvidence: category.requiredEvidence,
        leadSectorCode: category.leadSectorCode,
        supportingSectorCodes: category.supportingSectorCodes,
        verifyDays: category.verifyDays,
        followUpDays: category.followUpDays,
        resolutionDays: category.resolutionDays,
      },
      village: {
        code: kase.villageCode,
        name: village?.name ?? kase.villageCode,
        within: village?.within ?? "",
      },
      office,
      holder: { kind: holder.kind, code: holder.code, name: nameOf(holder.code) },
      reportedUnit: await reportedUnitOf(ctx, kase),
      leadSectorName: nameOf(leadSectorCode),
      responsibleName: responsibleId === null ? null : (parts.names.get(responsibleId) ?? null),
      enteredByName: parts.names.get(createdById) ?? null,
      reporter,
      related,
      ...readClocks(kase, calendar, ctx.now(), calendars.stage),
      stages: stagesOf(parts, kase, calendar, ctx.now(), nameOf),
      disposition: await readDisposition(tx, ctx, kase, parts, nameOf),
      nextSteps: nextSteps(kase, ctx.actor, ctx.now()),
      isMyTurn: isTurnOf(ctx.actor, kase),
      referrals,
      ...referralRights(ctx, kase),
      ...tasks,
      notes,
      timeline: timelineOf(parts),
      mayWriteTo: (["internal", "partner", "reporter"] as const).filter(
        (a) => kase.status !== "anonymised" && can(ctx.actor, `note.write-${a}`, kase),
      ),
      glass: await readGlass(tx, ctx, kase),
      mayReveal: can(ctx.actor, "person.reveal", kase),
      mayReprint: can(ctx.actor, "case.reprint-receipt", kase),
      relays: await listRelays(tx, kase.id),
      mayRelay: hasCitizen(kase) && can(ctx.actor, "case.relay", kase),
      relayTexts: await templateTexts(ctx.db, kase.subdistrictCode, "whatsapp"),
      calendar: {
        zone: calendar.zone,
        week: calendar.week,
        holidays: calendar.holidays,
        coveredYears: calendar.coveredYears,
      },
    };
  });

const reportedUnitOf = async (
  ctx: ServiceContext,
  { subdistrictCode, reportedParty: key }: Case,
): Promise<CaseDetail["reportedUnit"]> => {
  const name = await nameReportedUnit(ctx, subdistrictCode, key);
  return key === null || name === null ? null : { key, name };
};

/** An allow-list: a new column of the model is shown only when it is added here. */
const pickShown = (
  c: Pick<
    Case,
    | "id"
    | "number"
    | "version"
    | "kind"
    | "classification"
    | "title"
    | "description"
    | "status"
    | "channel"
    | "privacy"
    | "isSecret"
    | "isSupervisory"
    | "isEmergency"
    | "priority"
    | "receivedAt"
    | "dueIsEstimate"
    | "responseDueAt"
    | "firstFollowUpAt"
    | "holds"
    | "escalationLevel"
    | "outcome"
    | "answer"
    | "resolvedAt"
    | "confirmBy"
    | "closedAt"
  >,
) => ({
  id: c.id,
  number: c.number,
  version: c.version,
  kind: c.kind,
  classification: c.classification,
  title: c.title,
  description: c.description,
  status: c.status,
  channel: c.channel,
  privacy: c.privacy,
  isSecret: c.isSecret,
  isSupervisory: c.isSupervisory,
  isEmergency: c.isEmergency,
  priority: c.priority,
  receivedAt: c.receivedAt,
  dueIsEstimate: c.dueIsEstimate,
  responseDueAt: c.responseDueAt,
  firstFollowUpAt: c.firstFollowUpAt,
  holds: c.holds,
  escalationLevel: c.escalationLevel,
  outcome: c.outcome,
  answer: c.answer,
  resolvedAt: c.resolvedAt,
  confirmBy: c.confirmBy,
  closedAt: c.closedAt,
});
