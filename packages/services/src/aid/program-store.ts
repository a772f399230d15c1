import type { Database, Transaction } from "@rembuk/db/client";
import type { SaveCycleCommand, SaveProgramCommand } from "@rembuk/domain/aid/commands";
import type { Cycle, Program, ProgramContent } from "@rembuk/domain/aid/model";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";

/** A day of the office as PostgreSQL's date reads it, and back. */
export const toDay = (text: string): Date => new Date(`${text}T00:00:00Z`);
export const fromDay = (date: Date): string => date.toISOString().slice(0, 10);

interface VersionRow {
  readonly programCode: string;
  readonly version: number;
  readonly isActive: boolean;
  readonly content: unknown;
}

const toProgram = (
  master: { readonly code: string; readonly content: unknown },
  own: VersionRow | undefined,
): Program => ({
  ...((own ?? master).content as ProgramContent),
  code: master.code,
  isActive: own?.isActive ?? false,
  version: own?.version ?? 0,
});

/** Every program as it holds in a kecamatan, in the order of the master data. */
export const readPrograms = async (
  from: Database | Transaction,
  subdistrictCode: string,
): Promise<readonly Program[]> => {
  const [masters, versions] = await Promise.all([
    from.aidProgram.findMany({ orderBy: { position: "asc" } }),
    from.aidProgramVersion.findMany({
      where: { subdistrictCode },
      orderBy: { version: "desc" },
      distinct: ["programCode"],
    }),
  ]);
  const own = new Map(versions.map((row) => [row.programCode, row]));
  return masters.map((master) => toProgram(master, own.get(master.code)));
};

/** @throws not-found PROGRAM_NOT_FOUND */
export const getProgram = async (
  from: Database | Transaction,
  subdistrictCode: string,
  code: string,
): Promise<Program> => {
  const [master, own] = await Promise.all([
    from.aidProgram.findUnique({ where: { code } }),
    from.aidProgramVersion.findFirst({
      where: { subdistrictCode, programCode: code },
      orderBy: { version: "desc" },
    }),
  ]);
  if (!master) throw new DomainError("not-found", "PROGRAM_NOT_FOUND");
  return toProgram(master, own ?? undefined);
};

const isTaken = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "P2002";

const changed = (version: number) =>
  new DomainError("conflict", "PROGRAM_CHANGED_MEANWHILE", { version });

/** The next version of a program in a kecamatan. @throws conflict PROGRAM_CHANGED_MEANWHILE */
export const insertVersion = async (
  tx: Transaction,
  ctx: ServiceContext,
  command: SaveProgramCommand,
): Promise<number> => {
  const { subdistrictCode, code, isActive, content } = command;
  const before = await getProgram(tx, subdistrictCode, code);
  if (before.version !== command.version) throw changed(before.version);
  const version = before.version + 1;
  const by = { savedById: ctx.actor.userId, savedAt: ctx.now() };
  const data = { subdistrictCode, programCode: code, version, isActive, content, ...by };
  try {
    await tx.aidProgramVersion.create({ data, select: { version: true } });
  } catch (error) {
    throw isTaken(error) ? changed(version) : error;
  }
  return version;
};

export const cycleFields = {
  ...{ id: true, programCode: true, subdistrictCode: true, name: true, startsOn: true },
  ...{ endsOn: true, quota: true, benefit: true, version: true },
} as const;

/** The cycles of a program in a kecamatan, newest first. */
export const readCycles = async (
  from: Database | Transaction,
  subdistrictCode: string,
  programCode: string,
): Promise<readonly Cycle[]> => {
  const rows = await from.aidCycle.findMany({
    where: { subdistrictCode, programCode },
    orderBy: [{ startsOn: "desc" }, { id: "desc" }],
    select: cycleFields,
  });
  return rows.map((row) => ({
    ...row,
    startsOn: fromDay(row.startsOn),
    endsOn: fromDay(row.endsOn),
  }));
};

/** A cycle, new or on the version that was seen. @throws conflict PROGRAM_CHANGED_MEANWHILE; not-found CYCLE_NOT_FOUND */
export const writeCycle = async (
  tx: Transaction,
  ctx: ServiceContext,
  command: SaveCycleCommand,
): Promise<{ readonly cycleId: string; readonly version: number }> => {
  const { subdistrictCode, code: programCode, version, name, benefit } = command;
  const data = {
    ...{ name, benefit, quota: command.quota ?? null },
    ...{ startsOn: toDay(command.startsOn), endsOn: toDay(command.endsOn) },
    ...{ savedById: ctx.actor.userId, savedAt: ctx.now() },
  };
  if (!command.cycleId) {
    const id = ctx.newId();
    const place = { id, subdistrictCode, programCode };
    await tx.aidCycle.create({ data: { ...data, ...place }, select: { id: true } });
    return { cycleId: id, version: 0 };
  }
  const where = { id: command.cycleId, subdistrictCode, programCode };
  const { count } = await tx.aidCycle.updateMany({
    where: { ...where, version },
    data: { ...data, version: version + 1 },
  });
  if (count === 1) return { cycleId: command.cycleId, version: version + 1 };
  const found = await tx.aidCycle.findFirst({ where, select: { version: true } });
  if (!found) throw new DomainError("not-found", "CYCLE_NOT_FOUND");
  throw changed(found.version);
};

/** Short names of these programs, as the master data have them. */
export const programNames = async (
  from: Database | Transaction,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const rows = await from.aidProgram.findMany({
    where: { code: { in: [...new Set(codes)] } },
    select: { code: true, content: true },
  });
  return new Map(rows.map((row) => [row.code, (row.content as { short: string }).short]));
};
