import type { Prisma, Transaction } from "@rembuk/db/client";
import type {
  Agreement,
  Attendance,
  CoachingBatch,
  CoachingEngagement,
  CoachingSession,
  DevelopmentPlan,
  EngagementStatus,
  Leadership,
  SessionMinutes,
  SessionStatus,
  Side,
  Signature,
  TeamMember,
} from "@rembuk/domain/coaching/model";
import { DomainError } from "@rembuk/domain/kernel/errors";

export const toDay = (text: string): Date => new Date(`${text}T00:00:00Z`);
export const fromDay = (date: Date): string => date.toISOString().slice(0, 10);
export const json = (value: unknown) => JSON.parse(JSON.stringify(value)) as object;
/** Of a kecamatan, for the fence. */
export const placeCodes = (subdistrictCode: string) => ({
  subdistrictCode,
  ...{ regencyCode: subdistrictCode.slice(0, 5), provinceCode: subdistrictCode.slice(0, 2) },
});
export const changedMeanwhile = () => new DomainError("conflict", "COACHING_CHANGED_MEANWHILE");
const notFound = () => new DomainError("not-found", "COACHING_NOT_FOUND");

const batchParts = { award: true } as const satisfies Prisma.CoachingBatchInclude;
type BatchRow = Prisma.CoachingBatchGetPayload<{ include: typeof batchParts }>;

export const toBatch = (row: BatchRow): CoachingBatch => {
  const { id, provinceCode, title, institutions, version, createdById, award } = row;
  return {
    ...{ id, provinceCode, title, institutions, version, createdById },
    award: { id: award.id, name: award.name, giver: award.giver, year: award.year },
    ...{ startsOn: fromDay(row.startsOn), endsOn: fromDay(row.endsOn) },
    team: row.team as unknown as readonly TeamMember[],
  };
};

/** @throws not-found COACHING_NOT_FOUND, also where the fence hides it */
export const getBatch = async (tx: Transaction, id: string): Promise<CoachingBatch> => {
  const row = await tx.coachingBatch.findUnique({ where: { id }, include: batchParts });
  if (!row) throw notFound();
  return toBatch(row);
};

/** The batch, under its award: the one there is, or a new one. */
export const insertBatch = async (
  tx: Transaction,
  batch: CoachingBatch,
  createdAt: Date,
): Promise<void> => {
  const { award, team, startsOn, endsOn, institutions, ...plain } = batch;
  const { provinceCode } = batch;
  await tx.award.createMany({ data: [{ ...award, provinceCode }], skipDuplicates: true });
  const kept = await tx.award.findFirstOrThrow({
    where: { provinceCode, name: award.name, year: award.year },
    select: { id: true },
  });
  await tx.coachingBatch.create({
    data: {
      ...{ ...plain, awardId: kept.id, createdAt, team: json(team) },
      ...{ startsOn: toDay(startsOn), endsOn: toDay(endsOn), institutions: [...institutions] },
    },
    select: { id: true },
  });
};

/** Another team, on the version that was read; its coaches run every engagement. @throws COACHING_CHANGED_MEANWHILE */
export const updateTeam = async (
  tx: Transaction,
  { id, version }: CoachingBatch,
  team: readonly TeamMember[],
): Promise<void> => {
  const { count } = await tx.coachingBatch.updateMany({
    where: { id, version },
    data: { team: json(team), version: version + 1 },
  });
  if (count !== 1) throw changedMeanwhile();
  const coachIds = coachIdsOf(team);
  await tx.coachingEngagement.updateMany({ where: { batchId: id }, data: { coachIds } });
};

export const coachIdsOf = (team: readonly TeamMember[]): string[] => [
  ...new Set(team.flatMap(({ userId }) => userId ?? [])),
];

const engagementParts = {
  innovations: { select: { innovationId: true, innovation: { select: { createdById: true } } } },
} as const satisfies Prisma.CoachingEngagementInclude;
type EngagementRow = Prisma.CoachingEngagementGetPayload<{ include: typeof engagementParts }>;

type StoredSignature = Omit<Signature, "at"> & { readonly at: string };

/** Who stands behind minutes or a plan, as JSON keeps it. */
const readAgreement = (stored: unknown): Agreement => {
  const { coach, office } = stored as Readonly<Record<Side, StoredSignature | null>>;
  return {
    coach: coach && { ...coach, at: new Date(coach.at) },
    office: office && { ...office, at: new Date(office.at) },
  };
};

type StoredPlan = Omit<DevelopmentPlan, "agreement"> & { readonly agreement: unknown };
const toPlan = (stored: unknown): DevelopmentPlan | null => {
  const plan = stored as StoredPlan | null;
  return plan && { ...plan, agreement: readAgreement(plan.agreement) };
};

export const toEngagement = (row: EngagementRow): CoachingEngagement => {
  const { id, batchId, subdistrictCode, version, coachIds, endReason, innovations } = row;
  return {
    ...{ id, batchId, subdistrictCode, version, coachIds, endReason },
    status: row.status as EngagementStatus,
    innovationIds: innovations.map((one) => one.innovationId),
    managerIds: [...new Set(innovations.map((one) => one.innovation.createdById))],
    leaders: row.leaders as unknown as readonly Leadership[],
    plan: toPlan(row.plan),
  };
};

/** @throws not-found COACHING_NOT_FOUND, also where the fence hides it */
export const getEngagement = async (tx: Transaction, id: string): Promise<CoachingEngagement> => {
  const row = await tx.coachingEngagement.findUnique({ where: { id }, include: engagementParts });
  if (!row) throw notFound();
  return toEngagement(row);
};

/** Engagements that meet a condition, within the fence. */
export const findEngagements = async (
  tx: Transaction,
  where: Prisma.CoachingEngagementWhereInput,
): Promise<readonly CoachingEngagement[]> => {
  const rows = await tx.coachingEngagement.findMany({
    ...{ where, include: engagementParts, orderBy: { subdistrictCode: "asc" }, take: 500 },
  });
  return rows.map(toEngagement);
};

export const insertEngagement = async (
  tx: Transaction,
  engagement: CoachingEngagement,
): Promise<void> => {
  const { innovationIds, managerIds: _, leaders, plan: __, coachIds, ...plain } = engagement;
  await tx.coachingEngagement.create({
    data: {
      ...{ ...plain, ...placeCodes(plain.subdistrictCode) },
      ...{ coachIds: [...coachIds], leaders: json(leaders) },
    },
    select: { id: true },
  });
  await tx.coachingInnovation.createMany({
    data: innovationIds.map((innovationId) => ({ engagementId: engagement.id, innovationId })),
  });
};

/** On the version that was read. @throws conflict COACHING_CHANGED_MEANWHILE */
export const updateEngagement = async (
  tx: Transaction,
  before: CoachingEngagement,
  after: CoachingEngagement,
): Promise<void> => {
  const { status, version, leaders, plan, endReason } = after;
  const { count } = await tx.coachingEngagement.updateMany({
    where: { id: before.id, version: before.version },
    data: {
      ...{ status, version, endReason, leaders: json(leaders) },
      ...(plan ? { plan: json(plan) } : {}),
    },
  });
  if (count !== 1) throw changedMeanwhile();
};

type SessionRow = Prisma.CoachingSessionGetPayload<object>;
type StoredMinutes = Omit<SessionMinutes, "agreement"> & { readonly agreement: unknown };

export const toSession = (row: SessionRow): CoachingSession => {
  const { id, engagementId, subdistrictCode, version, startsAt, endsAt, place } = row;
  const minutes = row.minutes as unknown as StoredMinutes | null;
  return {
    ...{ id, engagementId, subdistrictCode, version, startsAt, endsAt, place },
    status: row.status as SessionStatus,
    attendance: row.attendance as unknown as Attendance | null,
    minutes: minutes && { ...minutes, agreement: readAgreement(minutes.agreement) },
    missedReason: row.missedReason,
  };
};

/** @throws not-found COACHING_NOT_FOUND, also where the fence hides it */
export const getSession = async (tx: Transaction, id: string): Promise<CoachingSession> => {
  const row = await tx.coachingSession.findUnique({ where: { id } });
  if (!row) throw notFound();
  return toSession(row);
};

/** Sessions of these engagements, earliest first. */
export const findSessions = async (
  tx: Transaction,
  engagementIds: readonly string[],
): Promise<readonly CoachingSession[]> => {
  const rows = await tx.coachingSession.findMany({
    where: { engagementId: { in: [...engagementIds] } },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
  return rows.map(toSession);
};

export const insertSession = async (tx: Transaction, session: CoachingSession): Promise<void> => {
  const { attendance: _, minutes: __, ...plain } = session;
  await tx.coachingSession.create({
    data: { ...plain, ...placeCodes(session.subdistrictCode) },
    select: { id: true },
  });
};

/** On the version that was read. @throws conflict COACHING_CHANGED_MEANWHILE */
export const updateSession = async (
  tx: Transaction,
  before: CoachingSession,
  after: CoachingSession,
): Promise<void> => {
  const { status, version, startsAt, endsAt, place, attendance, minutes, missedReason } = after;
  const { count } = await tx.coachingSession.updateMany({
    where: { id: before.id, version: before.version },
    data: {
      ...{ status, version, startsAt, endsAt, place, missedReason },
      ...(attendance ? { attendance: json(attendance) } : {}),
      ...(minutes ? { minutes: json(minutes) } : {}),
    },
  });
  if (count !== 1) throw changedMeanwhile();
};
