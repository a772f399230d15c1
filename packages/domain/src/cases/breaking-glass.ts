import { z } from "zod";
import { type Actor, hasRole } from "../access/actor";
import { DomainError } from "../kernel/errors";
import { clientAction } from "./commands";
import { type CaseEvent, caseEvent } from "./events";
import type { Case, Overseer } from "./model";

/** After so many hours an opening lapses by itself. */
export const glassHours = 24;
export const glassReason = { shortest: 20, longest: 500 } as const;

const singleSpaced = (text: string) => text.trim().replace(/\s+/g, " ");

/** Opens one secret case in an emergency, by the number that somebody was given. */
export const breakGlassCommand = z.object({
  ...clientAction,
  number: z.string().trim().min(1).max(40),
  reason: z
    .string()
    .transform(singleSpaced)
    .pipe(z.string().min(glassReason.shortest).max(glassReason.longest)),
});
export type BreakGlassCommand = z.infer<typeof breakGlassCommand>;

export const revokeGlassCommand = z.object({ ...clientAction, openingId: z.uuid() });
export type RevokeGlassCommand = z.infer<typeof revokeGlassCommand>;

/** One secret case, open to one person who could not read it, until a day later or until revoked. */
export interface GlassOpening {
  readonly id: string;
  readonly caseId: string;
  readonly subdistrictCode: string;
  readonly userId: string;
  readonly overseer: Overseer;
  readonly reason: string;
  readonly openedAt: Date;
  readonly until: Date;
  readonly revokedAt: Date | null;
  readonly revokedById: string | null;
}

/** A sekcam who stands in for the camat holds both: then it is for the camat alone. */
const overseerOf = (actor: Actor): Overseer =>
  hasRole(actor, "subdistrict-head") && !hasRole(actor, "subdistrict-secretary")
    ? "subdistrict-secretary"
    : "subdistrict-head";

export const isRunning = (opening: Pick<GlassOpening, "until" | "revokedAt">, now: Date): boolean =>
  opening.revokedAt === null && now < opening.until;

/** Whether somebody may, is asked before; here it becomes an opening of a day and what is told of it. */
export const decideGlass = (
  kase: Case,
  actor: Actor,
  { id, reason }: { readonly id: string; readonly reason: string },
  now: Date,
): { readonly opening: GlassOpening; readonly events: readonly CaseEvent[] } => {
  const until = new Date(now.getTime() + glassHours * 3_600_000);
  const overseer = overseerOf(actor);
  const { id: caseId, subdistrictCode } = kase;
  const own = { id, caseId, subdistrictCode, userId: actor.userId };
  const told = { openingId: id, overseer, until: until.toISOString() };
  return {
    opening: {
      ...{ ...own, overseer, reason, openedAt: now, until },
      ...{ revokedAt: null, revokedById: null },
    },
    events: [caseEvent("case.glass-broken", kase, told)],
  };
};

/** True for whom the opening is reported to. Nobody oversees an opening of their own. */
export const oversees = (
  actor: Actor,
  opening: Pick<GlassOpening, "userId" | "overseer" | "subdistrictCode">,
): boolean =>
  actor.userId !== opening.userId &&
  actor.assignments.some(
    (a) => a.role === opening.overseer && a.areaCode === opening.subdistrictCode,
  );

/** Who oversees it may end it; who opened it may give it back. */
export const mayRevoke = (
  actor: Actor,
  opening: Pick<GlassOpening, "userId" | "overseer" | "subdistrictCode">,
): boolean => actor.userId === opening.userId || oversees(actor, opening);

/** @throws conflict GLASS_NOT_RUNNING when it has lapsed or was ended before */
export const decideRevocation = (
  opening: GlassOpening,
  now: Date,
): { readonly events: readonly CaseEvent[] } => {
  if (!isRunning(opening, now)) throw new DomainError("conflict", "GLASS_NOT_RUNNING");
  const about = { id: opening.caseId, subdistrictCode: opening.subdistrictCode };
  const told = { openingId: opening.id, openerId: opening.userId };
  return { events: [caseEvent("case.glass-revoked", about, told)] };
};
