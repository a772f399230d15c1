import { can } from "@rembuk/domain/access/policy";
import { isTurnOf, nextSteps } from "@rembuk/domain/cases/lifecycle";
import type { Case } from "@rembuk/domain/cases/model";
import { hasCitizen } from "@rembuk/domain/cases/relaying";
import { findOffice, listVillages } from "../areas/queries";
import { caseCalendars } from "../calendars/queries";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { type CasePage, readCasePage } from "./case-page-queries";
import { loadSectors } from "./category-queries";
import type { CaseDetail } from "./detail-queries";
import { showDisposition } from "./disposition-queries";
import { showGlass } from "./glass-queries";
import { historyOf, reporterOf, stagesOf, timelineOf } from "./history-queries";
import { readClocks } from "./queries";
import { referralRights, showReferrals, showTasks } from "./referral-queries";
import { readRelated } from "./related-queries";
import { nameReportedUnit } from "./reported-unit-queries";
import { ruleOfCase } from "./rule-queries";
import { templateTexts } from "./template-queries";

const noRelated = { carriedBy: null, reports: [], splitFrom: null, splitInto: [] };
const noTasks = { tasks: [], mayManageTasks: false, templateSteps: [] };

/** Few cases have any: they are asked for apart, under the fence of the case that was read. */
const relatedOf = async (ctx: ServiceContext, { kase, isGuest, rows }: CasePage) => {
  const isRelated = rows.hasRelated || kase.merged !== null || kase.splitFromId !== null;
  if (isGuest || !isRelated) return noRelated;
  return inTransaction(ctx, (tx) => readRelated(tx, ctx, kase), { caseId: kase.id });
};

/** What the installation knows of the case's place, rule and days; remembered by the process. */
const loadSurroundings = async (ctx: ServiceContext, kase: Case) => {
  const [rule, sectors, villages, calendars, office, reportedUnit, relayTexts] = await Promise.all([
    ruleOfCase(ctx, kase),
    loadSectors(ctx.db, ""),
    listVillages(ctx.db, kase.villageCode.slice(0, 8)),
    caseCalendars(ctx.db, kase),
    findOffice(ctx.db, kase.subdistrictCode),
    reportedUnitOf(ctx, kase),
    templateTexts(ctx.db, kase.subdistrictCode, "whatsapp"),
  ]);
  const village = villages.find((v) => v.code === kase.villageCode);
  const nameOf = (code: string | null) =>
    code === null ? null : (sectors.get(code)?.name ?? code);
  return { rule, village, calendars, office, reportedUnit, relayTexts, nameOf };
};

type Surroundings = Awaited<ReturnType<typeof loadSurroundings>>;

const detailOf = async (ctx: ServiceContext, page: CasePage): Promise<CaseDetail> => {
  const { kase, isGuest, rows } = page;
  const around = await loadSurroundings(ctx, kase);
  const history = historyOf(page);
  const { nameOf, calendars } = around;
  const calendar = calendars.total;
  const { names } = history;
  const read = { ...history, dispositionFirst: rows.dispositionFirst };
  const { tasks } = rows;
  return {
    ...pickShown(kase),
    ...placeOf(kase, around),
    responsibleName: kase.responsibleId === null ? null : (names.get(kase.responsibleId) ?? null),
    enteredByName: names.get(kase.createdById) ?? null,
    reporter: reporterOf(ctx, page),
    related: await relatedOf(ctx, page),
    ...readClocks(kase, calendar, ctx.now(), calendars.stage),
    stages: stagesOf(history, kase, calendar, ctx.now(), nameOf),
    disposition: showDisposition(ctx, kase, read, nameOf),
    referrals: page.referrals ? await showReferrals(ctx, { kase, calendar }, page.referrals) : [],
    ...(isGuest ? noTasks : showTasks(ctx, kase, { tasks, names }, around.rule.tasks)),
    notes: history.notes.map(({ authorId, ...n }) => ({
      ...n,
      authorName: names.get(authorId) ?? "",
    })),
    timeline: timelineOf(history),
    glass: showGlass(ctx, rows.glass, names),
    relays: rows.relays.map((relay) => ({ ...relay, toldAt: new Date(relay.toldAt) })),
    ...rightsOn(ctx, kase),
  };
};

/**
 * One case with its history, as far as the reader may see. Reading a secret or supervisory one is logged.
 * @throws not-found CASE_NOT_FOUND also where it exists and may not be known
 */
export const showCase = async (
  ctx: ServiceContext,
  input: { readonly caseId: string },
): Promise<CaseDetail> => detailOf(ctx, await readCasePage(ctx, input.caseId));

/**
 * The same for a page that is drawn before it asks: not of a case of which each reading is written down,
 * so that one opening is one reading. @throws as `showCase`
 */
export const showUnrecorded = async (
  ctx: ServiceContext,
  input: { readonly caseId: string },
): Promise<CaseDetail> => detailOf(ctx, await readCasePage(ctx, input.caseId, "unrecorded"));

/** Where it stands: category, village, office, whose hands; and the days of its band. */
const placeOf = (kase: Case, { rule, village, office, reportedUnit, ...around }: Surroundings) => {
  const { holder } = kase;
  const { zone, week, holidays, coveredYears } = around.calendars.total;
  return {
    category: {
      code: kase.categoryCode,
      name: rule.name,
      requiredEvidence: rule.requiredEvidence,
      leadSectorCode: rule.leadSectorCode,
      supportingSectorCodes: rule.supportingSectorCodes,
      verifyDays: rule.verifyDays,
      followUpDays: rule.followUpDays,
      resolutionDays: rule.resolutionDays,
    },
    village: {
      code: kase.villageCode,
      name: village?.name ?? kase.villageCode,
      within: village?.within ?? "",
    },
    office,
    reportedUnit,
    holder: { kind: holder.kind, code: holder.code, name: around.nameOf(holder.code) },
    leadSectorName: around.nameOf(kase.leadSectorCode),
    relayTexts: around.relayTexts,
    calendar: { zone, week, holidays, coveredYears },
  };
};

/** What the reader may do from here. */
const rightsOn = (ctx: ServiceContext, kase: Case) => ({
  nextSteps: nextSteps(kase, ctx.actor, ctx.now()),
  isMyTurn: isTurnOf(ctx.actor, kase),
  ...referralRights(ctx, kase),
  mayWriteTo: (["internal", "partner", "reporter"] as const).filter(
    (a) => kase.status !== "anonymised" && can(ctx.actor, `note.write-${a}`, kase),
  ),
  mayReveal: can(ctx.actor, "person.reveal", kase),
  mayReprint: can(ctx.actor, "case.reprint-receipt", kase),
  mayRelay: hasCitizen(kase) && can(ctx.actor, "case.relay", kase),
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
