import type { Transaction } from "@rembuk/db/client";
import type { ActOnEnrollmentCommand, NominateCommand } from "@rembuk/domain/aid/commands";
import type { Enrollment, EnrollmentStatus } from "@rembuk/domain/aid/enrolling";
import type { FundingLevel, Program } from "@rembuk/domain/aid/model";
import type { Resident } from "@rembuk/domain/beneficiaries/model";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { seal, unseal } from "../kernel/field-keys";
import { toDay } from "./program-store";

export const enrollmentFields = {
  ...{ id: true, villageCode: true, subdistrictCode: true, programCode: true, status: true },
  ...{ programVersion: true, fundingLevel: true, householdId: true, residentId: true },
  ...{ groundSealed: true, documentsSeen: true, musdesNumber: true, musdesOn: true },
  ...{ nominatedById: true, nominatedAt: true, verifiedById: true, recommendedById: true },
  ...{ caseId: true, version: true },
} as const;

interface DecidedFields {
  readonly id: string;
  readonly status: string;
  readonly fundingLevel: string;
  readonly nominatedById: string;
  readonly verifiedById: string | null;
  readonly recommendedById: string | null;
  readonly version: number;
}

/** A row as decisions know it. */
export const toEnrollment = (row: DecidedFields): Enrollment => ({
  id: row.id,
  status: row.status as EnrollmentStatus,
  fundingLevel: row.fundingLevel as FundingLevel,
  nominatedById: row.nominatedById,
  verifiedById: row.verifiedById,
  recommendedById: row.recommendedById,
  version: row.version,
});

const placeOf = (villageCode: string) => ({
  villageCode,
  subdistrictCode: villageCode.slice(0, 8),
  regencyCode: villageCode.slice(0, 5),
});

/** Whether the household has a running place in the program. */
export const isEnrolled = async (
  tx: Transaction,
  householdId: string,
  programCode: string,
): Promise<boolean> => {
  const where = { householdId, programCode, status: { not: "stopped" } };
  return (await tx.enrollment.count({ where })) > 0;
};

const isTaken = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "P2002";

/** Whether the case runs as an enrolment already. */
export const isNominatedCase = async (tx: Transaction, caseId: string): Promise<boolean> =>
  (await tx.enrollment.count({ where: { caseId, status: { not: "stopped" } } })) > 0;

/** @throws conflict ENROLLMENT_BARRED when the household was put forward at the same moment */
export const insertEnrollment = async (
  tx: Transaction,
  ctx: ServiceContext,
  command: NominateCommand,
  { program, resident }: { readonly program: Program; readonly resident: Resident },
): Promise<string> => {
  const id = ctx.newId();
  const data = {
    ...placeOf(resident.villageCode),
    ...{ id, programCode: program.code, programVersion: program.version, status: "candidate" },
    ...{ fundingLevel: program.fundingLevel, householdId: resident.householdId },
    residentId: resident.id,
    groundSealed: seal(ctx.keys, `enrollment:ground:${id}`, command.ground),
    documentsSeen: command.documentsSeen,
    musdesNumber: command.musdesNumber ?? null,
    musdesOn: command.musdesOn ? toDay(command.musdesOn) : null,
    ...{ nominatedById: ctx.actor.userId, nominatedAt: ctx.now() },
    caseId: command.caseId ?? null,
  };
  try {
    await tx.enrollment.create({ data, select: { id: true } });
  } catch (error) {
    throw isTaken(error) ? new DomainError("conflict", "ENROLLMENT_BARRED") : error;
  }
  return id;
};

/** An enrolment inside the fence; null: there is none. */
export const findEnrollment = (tx: Transaction, id: string) =>
  tx.enrollment.findUnique({ where: { id }, select: enrollmentFields });
export type EnrollmentRow = NonNullable<Awaited<ReturnType<typeof findEnrollment>>>;

/** The step, and the status after it on the version that was read. @throws conflict ENROLLMENT_CHANGED_MEANWHILE */
export const writeStep = async (
  tx: Transaction,
  ctx: ServiceContext,
  row: EnrollmentRow,
  { command, status }: { command: ActOnEnrollmentCommand; status: EnrollmentStatus },
): Promise<void> => {
  const { act, words } = command;
  const me = ctx.actor.userId;
  const { count } = await tx.enrollment.updateMany({
    where: { id: row.id, version: row.version },
    data: {
      ...{ status, version: row.version + 1 },
      ...(act === "verify" ? { verifiedById: me } : {}),
      ...(act === "recommend" ? { recommendedById: me } : {}),
    },
  });
  if (count !== 1) throw new DomainError("conflict", "ENROLLMENT_CHANGED_MEANWHILE");
  const id = ctx.newId();
  await tx.enrollmentStep.create({
    data: {
      ...placeOf(row.villageCode),
      ...{ id, enrollmentId: row.id, act, doneById: me, doneAt: ctx.now() },
      wordsSealed: seal(ctx.keys, `enrollment_step:words:${id}`, words),
      letterNumber: "letterNumber" in command ? command.letterNumber : null,
      happenedOn: "happenedOn" in command ? toDay(command.happenedOn) : null,
    },
    select: { id: true },
  });
};

export const openGround = (ctx: ServiceContext, row: EnrollmentRow): string =>
  unseal(ctx.keys, `enrollment:ground:${row.id}`, row.groundSealed);
export const openWords = (
  ctx: ServiceContext,
  step: { readonly id: string; readonly wordsSealed: Uint8Array },
): string => unseal(ctx.keys, `enrollment_step:words:${step.id}`, step.wordsSealed);
