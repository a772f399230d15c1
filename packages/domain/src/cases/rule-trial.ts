import type { Case, CaseCategory } from "./model";
import { defaultTarget } from "./routing";
import type { MovedDeadline } from "./stages";

/** What a trial knows of a past case: dates and codes, no content and nobody's name. */
export interface TrialCase
  extends Pick<Case, "receivedAt" | "totalDueAt" | "holds" | "resolvedAt" | "closedAt"> {
  /** Where it went in truth; null when it was never routed. */
  readonly target: string | null;
  /** The office's calendar. */
  readonly moved: MovedDeadline;
}

export interface TrialTarget {
  /** Sector or section; null: never routed. */
  readonly code: string | null;
  readonly before: number;
  readonly after: number;
}

export interface RuleTrial {
  readonly cases: number;
  readonly targets: readonly TrialTarget[];
  readonly shorter: number;
  readonly same: number;
  readonly longer: number;
  readonly lateBefore: number;
  readonly lateAfter: number;
}

const isLate = (kase: TrialCase, dueAt: Date, now: Date): boolean =>
  (kase.resolvedAt ?? kase.closedAt ?? now) > dueAt;

/** A rule tried on past cases, in counts: where they would go and which deadlines would move. */
export const tryRule = (
  cases: readonly TrialCase[],
  category: CaseCategory,
  now: Date,
): RuleTrial => {
  const target = defaultTarget(category);
  const before = new Map<string | null, number>();
  const sum = { shorter: 0, same: 0, longer: 0, lateBefore: 0, lateAfter: 0 };
  for (const kase of cases) {
    before.set(kase.target, (before.get(kase.target) ?? 0) + 1);
    const due = kase.moved(kase.receivedAt, category.resolutionDays, kase.holds, "total").dueAt;
    const move = due.getTime() - kase.totalDueAt.getTime();
    sum[move === 0 ? "same" : move < 0 ? "shorter" : "longer"] += 1;
    if (isLate(kase, kase.totalDueAt, now)) sum.lateBefore += 1;
    if (isLate(kase, due, now)) sum.lateAfter += 1;
  }
  const codes = [...new Set([target, ...before.keys()])];
  const targets = codes
    .map((code) => ({
      code,
      before: before.get(code) ?? 0,
      after: code === target ? cases.length : 0,
    }))
    .filter((t) => t.before + t.after > 0)
    .sort((a, b) => b.after - a.after || b.before - a.before);
  return { cases: cases.length, targets, ...sum };
};
