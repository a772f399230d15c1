import type { Prisma, Transaction } from "@rembuk/db/client";
import { partsSchema, profileSchema } from "@rembuk/domain/innovations/commands";
import type {
  Innovation,
  InnovationParts,
  InnovationProfile,
  PipelineStage,
  ReportStatus,
  RevisionRequest,
} from "@rembuk/domain/innovations/model";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";

export const innovationColumns = {
  ...{ id: true, subdistrictCode: true, villageCode: true, status: true, stage: true },
  ...{ version: true, profile: true, parts: true, revisions: true, createdById: true },
  ...{ submittedById: true, validatedById: true, endorsedById: true },
  cases: { select: { caseId: true }, orderBy: { linkedAt: "asc" } },
  meetings: { select: { meetingId: true }, orderBy: { linkedAt: "asc" } },
} as const satisfies Prisma.InnovationSelect;
type InnovationRow = Prisma.InnovationGetPayload<{ select: typeof innovationColumns }>;

const toRevision = (json: Omit<RevisionRequest, "askedAt"> & { readonly askedAt: string }) => ({
  ...json,
  askedAt: new Date(json.askedAt),
});

export const toInnovation = ({ cases, meetings, ...row }: InnovationRow): Innovation => ({
  ...row,
  status: row.status as ReportStatus,
  stage: row.stage as PipelineStage,
  profile: profileSchema.parse(row.profile) as InnovationProfile,
  parts: partsSchema.parse(row.parts) as InnovationParts,
  revisions: (row.revisions as unknown as Parameters<typeof toRevision>[0][]).map(toRevision),
  caseIds: cases.map((one) => one.caseId),
  meetingIds: meetings.map((one) => one.meetingId),
});

/** @throws not-found INNOVATION_NOT_FOUND, also where the fence hides it */
export const getInnovation = async (tx: Transaction, id: string): Promise<Innovation> => {
  const row = await tx.innovation.findUnique({ where: { id }, select: innovationColumns });
  if (!row) throw new DomainError("not-found", "INNOVATION_NOT_FOUND");
  return toInnovation(row);
};

const json = (value: unknown) => JSON.parse(JSON.stringify(value)) as object;

const columnsOf = (innovation: Innovation) => ({
  ...{ status: innovation.status, stage: innovation.stage, version: innovation.version },
  ...{ submittedById: innovation.submittedById, validatedById: innovation.validatedById },
  endorsedById: innovation.endorsedById,
  name: innovation.profile.name,
  profile: json(innovation.profile),
  parts: json(innovation.parts),
  revisions: json(innovation.revisions),
});

export const insertInnovation = async (
  tx: Transaction,
  ctx: ServiceContext,
  innovation: Innovation,
): Promise<void> => {
  const { id, subdistrictCode, villageCode, createdById } = innovation;
  await tx.innovation.create({
    data: {
      ...columnsOf(innovation),
      ...{ id, subdistrictCode, villageCode, createdById },
      regencyCode: subdistrictCode.slice(0, 5),
      provinceCode: subdistrictCode.slice(0, 2),
      ...{ createdAt: ctx.now(), updatedAt: ctx.now() },
    },
    select: { id: true },
  });
};

const changeOf = (before: readonly string[], after: readonly string[]) => ({
  joined: after.filter((one) => !before.includes(one)),
  gone: before.filter((one) => !after.includes(one)),
});

/** On the version that was read. @throws conflict INNOVATION_CHANGED_MEANWHILE */
export const updateInnovation = async (
  tx: Transaction,
  ctx: ServiceContext,
  before: Innovation,
  after: Innovation,
): Promise<void> => {
  const { id, version } = before;
  const { count } = await tx.innovation.updateMany({
    where: { id, version },
    data: { ...columnsOf(after), updatedAt: ctx.now() },
  });
  if (count !== 1) throw new DomainError("conflict", "INNOVATION_CHANGED_MEANWHILE", { version });
  const link = { innovationId: id, linkedById: ctx.actor.userId, linkedAt: ctx.now() };
  const cases = changeOf(before.caseIds, after.caseIds);
  if (cases.joined.length > 0)
    await tx.innovationCase.createMany({
      data: cases.joined.map((caseId) => ({ ...link, caseId })),
    });
  if (cases.gone.length > 0)
    await tx.innovationCase.deleteMany({ where: { innovationId: id, caseId: { in: cases.gone } } });
  const meetings = changeOf(before.meetingIds, after.meetingIds);
  if (meetings.joined.length > 0)
    await tx.innovationMeeting.createMany({
      data: meetings.joined.map((meetingId) => ({ ...link, meetingId })),
    });
  if (meetings.gone.length > 0)
    await tx.innovationMeeting.deleteMany({
      where: { innovationId: id, meetingId: { in: meetings.gone } },
    });
};
