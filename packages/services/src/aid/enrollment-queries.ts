import type { Transaction } from "@rembuk/db/client";
import { areasOf, can, canInArea } from "@rembuk/domain/access/policy";
import type { ListEnrollmentsInput } from "@rembuk/domain/aid/commands";
import {
  type EligibilityRule,
  type EnrollmentAct,
  type EnrollmentStatus,
  eligibilityOf,
} from "@rembuk/domain/aid/enrolling";
import { actsFor } from "@rembuk/domain/aid/enrolling-rights";
import type { FundingLevel, Program } from "@rembuk/domain/aid/model";
import { areaLevelOf } from "@rembuk/domain/areas/area-code";
import { villageNames } from "../beneficiaries/registry-queries";
import { openResident, residentFields } from "../beneficiaries/registry-store";
import { findCase } from "../cases/store";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { requireHeld } from "../kernel/require-permission";
import { enrollmentFields, openGround, openWords, toEnrollment } from "./enrollment-store";
import { fromDay, getProgram } from "./program-store";

export interface EnrollmentStepDto {
  readonly act: EnrollmentAct;
  readonly words: string;
  readonly letterNumber: string | null;
  readonly happenedOn: string | null;
  readonly doneBy: string;
  readonly doneAt: Date;
}

export interface EnrollmentDto {
  readonly id: string;
  readonly version: number;
  readonly status: EnrollmentStatus;
  readonly programCode: string;
  readonly programName: string;
  readonly fundingLevel: FundingLevel;
  readonly householdId: string;
  readonly residentName: string;
  readonly villageName: string;
  readonly ground: string;
  readonly musdesNumber: string | null;
  readonly musdesOn: string | null;
  readonly nominatedBy: string;
  /** The case that it came from, where the reader may open it. */
  readonly caseId: string | null;
  readonly nominatedAt: Date;
  /** What Rembuk can see of who may receive it, and why not. */
  readonly rules: readonly EligibilityRule[];
  readonly steps: readonly EnrollmentStepDto[];
  /** What the reader can do now. */
  readonly acts: readonly EnrollmentAct[];
}

export interface EnrollmentPage {
  readonly items: readonly EnrollmentDto[];
  readonly nextCursor: string | null;
}

const enrollmentRows = (tx: Transaction, ctx: ServiceContext, input: ListEnrollmentsInput) => {
  const areas = areasOf(ctx.actor, "enrollment.read");
  const at = (level: string) => areas.filter((code) => areaLevelOf(code) === level);
  return tx.enrollment.findMany({
    where: {
      OR: [
        { villageCode: { in: at("village") } },
        { subdistrictCode: { in: at("subdistrict") } },
        { regencyCode: { in: at("regency") } },
      ],
      ...(input.caseId ? { caseId: input.caseId } : {}),
      ...(input.programCode ? { programCode: input.programCode } : {}),
      ...(input.householdId ? { householdId: input.householdId } : {}),
      ...(input.cursor ? { id: { lt: input.cursor } } : {}),
    },
    orderBy: { id: "desc" },
    take: (input.limit ?? 50) + 1,
    select: {
      ...enrollmentFields,
      resident: { select: residentFields },
      household: { select: { cardIndex: true } },
      steps: { orderBy: { id: "asc" } },
    },
  });
};
type Row = Awaited<ReturnType<typeof enrollmentRows>>[number];

interface Names {
  readonly users: ReadonlyMap<string, string>;
  readonly villages: ReadonlyMap<string, string>;
  readonly programs: ReadonlyMap<string, Program>;
  /** Cases that the reader may open. */
  readonly cases: ReadonlySet<string>;
}

/** Of the cases that enrolments came from those that the reader may open. */
const readableCases = async (tx: Transaction, ctx: ServiceContext, rows: readonly Row[]) => {
  const found = new Set<string>();
  for (const { caseId } of rows) {
    const kase = caseId === null ? null : await findCase(tx, caseId);
    if (kase && can(ctx.actor, "case.read", kase)) found.add(kase.id);
  }
  return found;
};

const namesOf = async (
  tx: Transaction,
  ctx: ServiceContext,
  rows: readonly Row[],
): Promise<Names> => {
  const ids = rows.flatMap((row) => [row.nominatedById, ...row.steps.map((s) => s.doneById)]);
  const users = await tx.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, displayName: true },
  });
  const keys = [...new Set(rows.map((row) => `${row.subdistrictCode} ${row.programCode}`))];
  const programs = await Promise.all(
    keys.map(async (key) => {
      const [place = "", code = ""] = key.split(" ");
      return [key, await getProgram(tx, place, code)] as const;
    }),
  );
  const villages = await villageNames(
    tx,
    rows.map((row) => row.villageCode),
  );
  return {
    users: new Map(users.map((one) => [one.id, one.displayName])),
    villages,
    programs: new Map(programs),
    cases: await readableCases(tx, ctx, rows),
  };
};

const rulesOf = (row: Row, program: Program | undefined): readonly EligibilityRule[] =>
  program === undefined
    ? []
    : eligibilityOf(program, {
        hasNik: row.resident.nikSealed !== null,
        hasCard: row.household.cardIndex !== null,
        isEnrolledAlready: false,
        documentsSeen: row.documentsSeen,
        musdesNumber: row.musdesNumber,
      });

const stepDto = (
  ctx: ServiceContext,
  step: Row["steps"][number],
  { users }: Names,
): EnrollmentStepDto => ({
  act: step.act as EnrollmentAct,
  words: openWords(ctx, step),
  letterNumber: step.letterNumber,
  happenedOn: step.happenedOn && fromDay(step.happenedOn),
  doneBy: users.get(step.doneById) ?? "",
  doneAt: step.doneAt,
});

const toDto = (ctx: ServiceContext, row: Row, names: Names): EnrollmentDto => {
  const program = names.programs.get(`${row.subdistrictCode} ${row.programCode}`);
  const enrollment = toEnrollment(row);
  const { id, version, status, fundingLevel } = enrollment;
  const { programCode, householdId, villageCode, musdesNumber, musdesOn } = row;
  return {
    ...{ id, version, status, fundingLevel, programCode, householdId, musdesNumber },
    programName: program?.name ?? programCode,
    residentName: openResident(ctx, row.resident).name,
    villageName: names.villages.get(villageCode) ?? villageCode,
    ground: openGround(ctx, row),
    musdesOn: musdesOn && fromDay(musdesOn),
    nominatedBy: names.users.get(row.nominatedById) ?? "",
    nominatedAt: row.nominatedAt,
    caseId: row.caseId !== null && names.cases.has(row.caseId) ? row.caseId : null,
    rules: rulesOf(row, program),
    steps: row.steps.map((step) => stepDto(ctx, step, names)),
    acts: actsFor(ctx.actor, { ...enrollment, villageCode }),
  };
};

/**
 * Enrolments that the reader's places hold, newest first: of a program, or of a household.
 * @throws forbidden to who reads none
 */
export const listEnrollments = async (
  ctx: ServiceContext,
  input: ListEnrollmentsInput,
): Promise<EnrollmentPage> => {
  requireHeld(ctx, "enrollment.read");
  const limit = input.limit ?? 50;
  return inTransaction(ctx, async (tx) => {
    const rows = await enrollmentRows(tx, ctx, input);
    const page = rows
      .slice(0, limit)
      .filter((row) => canInArea(ctx.actor, "enrollment.read", { areaCode: row.villageCode }));
    const names = await namesOf(tx, ctx, page);
    return {
      items: page.map((row) => toDto(ctx, row, names)),
      nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
    };
  });
};
