import { areasOf, canInArea } from "@rembuk/domain/access/policy";
import { type Cycle, type CycleState, cycleState, type Program } from "@rembuk/domain/aid/model";
import { isWithin, regencyOf } from "@rembuk/domain/areas/area-code";
import { DomainError } from "@rembuk/domain/kernel/errors";
import { listOffices } from "../areas/queries";
import { registryToday } from "../beneficiaries/registry-store";
import type { ServiceContext } from "../context";
import { requireHeld } from "../kernel/require-permission";
import { getProgram, readCycles, readPrograms } from "./program-store";

/** A village reads the programs of its kecamatan: the place that is asked may lie around one's own. */
const readsProgramsOf = (ctx: ServiceContext, subdistrictCode: string): boolean =>
  canInArea(ctx.actor, "program.read", { areaCode: subdistrictCode }) ||
  ctx.actor.assignments.some(
    (a) =>
      isWithin(a.areaCode, subdistrictCode) &&
      canInArea(ctx.actor, "program.read", { areaCode: a.areaCode }),
  );

const requireReader = (ctx: ServiceContext, subdistrictCode: string): void => {
  if (!readsProgramsOf(ctx, subdistrictCode))
    throw new DomainError("forbidden", "FORBIDDEN", { permission: "program.read" });
};

/** The kecamatan whose programs the reader may look at, by name. */
export const listProgramPlaces = async (ctx: ServiceContext) => {
  requireHeld(ctx, "program.read");
  const offices = await listOffices(ctx.db, "");
  return offices
    .filter((office) => readsProgramsOf(ctx, office.subdistrictCode))
    .map(({ subdistrictCode, name, regencyName }) => ({
      ...{ code: subdistrictCode, name, within: regencyName },
      regencyCode: regencyOf(subdistrictCode) ?? "",
    }));
};

export interface ProgramPage {
  readonly items: readonly Program[];
  readonly mayEdit: boolean;
}

/** All programs as they hold in a kecamatan. @throws forbidden outside the reader's places */
export const listPrograms = async (
  ctx: ServiceContext,
  { subdistrictCode }: { readonly subdistrictCode: string },
): Promise<ProgramPage> => {
  requireReader(ctx, subdistrictCode);
  const mayEdit = canInArea(ctx.actor, "program.edit", { areaCode: subdistrictCode });
  return { items: await readPrograms(ctx.db, subdistrictCode), mayEdit };
};

export interface ProgramDetail {
  readonly program: Program;
  readonly cycles: readonly (Cycle & { readonly state: CycleState })[];
  readonly mayEdit: boolean;
  /** Whether the reader sees who is put forward for it. */
  readonly readsEnrollments: boolean;
}

/** One program in a kecamatan with its cycles. @throws forbidden; not-found PROGRAM_NOT_FOUND */
export const showProgram = async (
  ctx: ServiceContext,
  { subdistrictCode, code }: { readonly subdistrictCode: string; readonly code: string },
): Promise<ProgramDetail> => {
  requireReader(ctx, subdistrictCode);
  const [program, cycles] = await Promise.all([
    getProgram(ctx.db, subdistrictCode, code),
    readCycles(ctx.db, subdistrictCode, code),
  ]);
  const today = registryToday(ctx);
  return {
    program,
    readsEnrollments: areasOf(ctx.actor, "enrollment.read").length > 0,
    cycles: cycles.map((cycle) => ({ ...cycle, state: cycleState(cycle, today) })),
    mayEdit: canInArea(ctx.actor, "program.edit", { areaCode: subdistrictCode }),
  };
};
