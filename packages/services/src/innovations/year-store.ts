import type { Prisma, Transaction } from "@rembuk/db/client";
import type { SaveAssessmentYearCommand } from "@rembuk/domain/innovations/commands";
import type { AssessmentYear } from "@rembuk/domain/innovations/eligibility";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";

export interface StoredYear extends AssessmentYear {
  readonly source: string;
  readonly isActive: boolean;
  readonly version: number;
  readonly savedAt: Date;
}

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

const toYear = ({
  implementedFrom,
  implementedTo,
  savedById: _,
  ...row
}: Prisma.AssessmentYearGetPayload<object>): StoredYear => ({
  ...row,
  ...{ implementedFrom: dayOf(implementedFrom), implementedTo: dayOf(implementedTo) },
});

/** Years of assessment, the latest first. */
export const findYears = async (tx: Transaction): Promise<readonly StoredYear[]> => {
  const rows = await tx.assessmentYear.findMany({ orderBy: { id: "desc" }, take: 100 });
  return rows.map(toYear);
};

/** The year that innovations are held against; null: none is chosen. */
export const findActiveYear = async (tx: Transaction): Promise<StoredYear | null> => {
  const row = await tx.assessmentYear.findFirst({ where: { isActive: true } });
  return row && toYear(row);
};

/**
 * Stores a year; when it is to be in force, no other is.
 * @throws conflict ASSESSMENT_YEAR_TAKEN for a new one that there is, ASSESSMENT_YEAR_CHANGED on another version
 */
export const storeYear = async (
  tx: Transaction,
  ctx: ServiceContext,
  command: SaveAssessmentYearCommand,
): Promise<number> => {
  const { id, isNew, version, implementedFrom, implementedTo, isActive } = command;
  // One after the other: two that put a year in force at once leave one.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('rembuk.assessment-year'))`;
  const saved = { savedAt: ctx.now(), savedById: ctx.actor.userId };
  if (isActive)
    await tx.assessmentYear.updateMany({
      where: { isActive: true, id: { not: id } },
      data: { ...saved, isActive: false, version: { increment: 1 } },
    });
  const data = {
    ...{ ...saved, designWords: command.designWords, source: command.source, isActive },
    implementedFrom: new Date(`${implementedFrom}T00:00:00Z`),
    implementedTo: new Date(`${implementedTo}T00:00:00Z`),
  };
  const { count } = isNew
    ? await tx.assessmentYear.createMany({ data: [{ ...data, id }], skipDuplicates: true })
    : await tx.assessmentYear.updateMany({
        where: { id, version },
        data: { ...data, version: version + 1 },
      });
  if (count === 1) return isNew ? 0 : version + 1;
  throw new DomainError("conflict", isNew ? "ASSESSMENT_YEAR_TAKEN" : "ASSESSMENT_YEAR_CHANGED");
};
