import type { Prisma } from "@rembuk/db/client";
import type { ListHealthInput } from "@rembuk/domain/sustainability/commands";
import type { DecaySign, PulseStep } from "@rembuk/domain/sustainability/health";
import type { ReviewStatus, SustainabilityRating } from "@rembuk/domain/sustainability/model";
import type { ServiceContext } from "../context";
import { innovationScope } from "../innovations/scope-queries";
import { inTransaction } from "../kernel/in-transaction";
import { requireHeld } from "../kernel/require-permission";
import { officeToday } from "../staff/running-queries";
import { isLive } from "./decay-queries";

export interface HealthRow {
  readonly id: string;
  readonly name: string;
  readonly subdistrictCode: string;
  readonly placeName: string;
  readonly regencyName: string;
  readonly rating: SustainabilityRating | null;
  /** Days as "2026-11-22". */
  readonly ratedOn: string | null;
  readonly pulse: readonly PulseStep[];
  readonly signs: readonly DecaySign[];
  readonly reviewStatus: ReviewStatus | null;
  readonly nextOn: string;
}
export interface HealthPage {
  readonly rows: readonly HealthRow[];
  readonly nextCursor: { readonly subdistrictCode: string; readonly id: string } | null;
  /** The office's day, which "in 4 days" is counted from. */
  readonly today: string;
}
export interface HealthSummary {
  /** Innovations by rating, within the kecamatan that was asked for. */
  readonly ratings: readonly {
    readonly rating: SustainabilityRating | null;
    readonly count: number;
  }[];
  readonly frail: number;
  readonly places: readonly {
    readonly code: string;
    readonly name: string;
    readonly within: string;
  }[];
}

const fromDay = (date: Date): string => date.toISOString().slice(0, 10);

/** Of the profile the board reads the name and nothing else: no person stands in what it can ask for. */
const shownColumns = {
  ...{ subdistrictCode: true, pulse: true, signs: true, rating: true, ratedOn: true },
  ...{ reviewStatus: true, nextOn: true },
  innovation: { select: { id: true, name: true, status: true, stage: true } },
} as const satisfies Prisma.InnovationHealthSelect;

/**
 * Whom the reader may review or coach, by the places of the board's own rows: what stands there was endorsed, and a
 * page of fifty looks at no other table to find them.
 */
const scopeOf = (ctx: ServiceContext): Prisma.InnovationHealthWhereInput => ({
  OR: innovationScope(ctx.actor, "review.read").map(
    ({ subdistrictCode, regencyCode, provinceCode, createdById }) =>
      ({
        ...(subdistrictCode ? { subdistrictCode } : {}),
        ...(regencyCode ? { regencyCode } : {}),
        ...(provinceCode ? { provinceCode } : {}),
        ...(createdById ? { innovation: { createdById } } : {}),
      }) as Prisma.InnovationHealthWhereInput,
  ),
});

const stillLives = ({ innovation }: { readonly innovation: { status: string; stage: string } }) =>
  isLive.status.in.some((one) => one === innovation.status) &&
  isLive.stage.in.includes(innovation.stage);

const after = (cursor: NonNullable<ListHealthInput["cursor"]>) => ({
  OR: [
    { subdistrictCode: { gt: cursor.subdistrictCode } },
    { subdistrictCode: cursor.subdistrictCode, innovationId: { gt: cursor.id } },
  ],
});

const namesOf = async (ctx: ServiceContext, codes: readonly string[]) => {
  const all = codes.flatMap((code) => [code, code.slice(0, 5)]);
  const rows = await ctx.db.area.findMany({
    where: { code: { in: [...new Set(all)] } },
    select: { code: true, name: true },
  });
  const names = new Map(rows.map(({ code, name }) => [code, name]));
  return (code: string) => ({
    placeName: names.get(code) ?? code,
    regencyName: names.get(code.slice(0, 5)) ?? "",
  });
};

/** Living innovations that the reader may review or coach, by kecamatan, by keyset. @throws forbidden */
export const listHealth = async (
  ctx: ServiceContext,
  { subdistrictCode, rating, frail, cursor, limit }: ListHealthInput,
): Promise<HealthPage> => {
  requireHeld(ctx, "review.read");
  const found = await inTransaction(ctx, (tx) =>
    tx.innovationHealth.findMany({
      where: {
        AND: [scopeOf(ctx), ...(cursor ? [after(cursor)] : [])],
        ...(subdistrictCode ? { subdistrictCode } : {}),
        ...(rating ? { rating: rating === "none" ? null : rating } : {}),
        ...(frail ? { signs: { isEmpty: false } } : {}),
      },
      orderBy: [{ subdistrictCode: "asc" }, { innovationId: "asc" }],
      take: limit + 1,
      select: shownColumns,
    }),
  );
  const page = found.slice(0, limit);
  const names = await namesOf(
    ctx,
    page.map((one) => one.subdistrictCode),
  );
  const last = page.at(-1);
  return {
    // Withdrawn since the worker's last look: no longer theirs to see.
    rows: page.filter(stillLives).map(({ innovation: { id, name }, ...one }) => ({
      ...{ id, name, ...names(one.subdistrictCode), subdistrictCode: one.subdistrictCode },
      rating: one.rating as SustainabilityRating | null,
      ratedOn: one.ratedOn && fromDay(one.ratedOn),
      pulse: one.pulse as PulseStep[],
      signs: one.signs as DecaySign[],
      reviewStatus: one.reviewStatus as ReviewStatus | null,
      nextOn: fromDay(one.nextOn),
    })),
    nextCursor:
      found.length > limit && last
        ? { subdistrictCode: last.subdistrictCode, id: last.innovation.id }
        : null,
    today: officeToday(ctx.now()),
  };
};

/** How many innovations stand where, and the kecamatan to choose from. @throws forbidden */
export const countHealth = async (
  ctx: ServiceContext,
  { subdistrictCode }: Pick<ListHealthInput, "subdistrictCode">,
): Promise<HealthSummary> => {
  requireHeld(ctx, "review.read");
  const groups = await inTransaction(ctx, async (tx) => {
    const where = scopeOf(ctx);
    const by = await tx.innovationHealth.groupBy({
      by: ["subdistrictCode", "rating"],
      where,
      _count: true,
    });
    const frail = await tx.innovationHealth.groupBy({
      by: ["subdistrictCode"],
      where: { ...where, signs: { isEmpty: false } },
      _count: true,
    });
    return { by, frail };
  });
  const isAsked = (one: { readonly subdistrictCode: string }) =>
    !subdistrictCode || one.subdistrictCode === subdistrictCode;
  const counts = new Map<string | null, number>();
  for (const { rating, _count } of groups.by.filter(isAsked))
    counts.set(rating, (counts.get(rating) ?? 0) + _count);
  const codes = [...new Set(groups.by.map((one) => one.subdistrictCode))].sort();
  const names = await namesOf(ctx, codes);
  return {
    ratings: [...counts].map(([rating, count]) => ({
      rating: rating as SustainabilityRating | null,
      count,
    })),
    frail: groups.frail.filter(isAsked).reduce((sum, one) => sum + one._count, 0),
    places: codes.map((code) => {
      const { placeName: name, regencyName: within } = names(code);
      return { code, name, within };
    }),
  };
};
