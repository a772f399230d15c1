import { z } from "zod";
import { DomainError } from "../kernel/errors";
import { clientAction } from "./commands";
import type { Case, CaseStatus } from "./model";

/** Classes of the routing table that a rule may be set for; "" is every other. */
export const retentionClasses = [
  ...["VILLAGE_ISSUE", "WELFARE_REQUEST", "COMPLAINT_NON_SUPERVISORY", "INFORMATION_REQUEST"],
  ...["ASPIRATION", "EMERGENCY"],
] as const;

/** Complaints that the inspectorate alone reads: their rule is its own, for the whole kabupaten. */
export const supervisoryClass = "COMPLAINT_SUPERVISORY";

/** A kecamatan; of supervisory complaints the kabupaten. */
export const retentionPlace = z.string().regex(/^\d{2}\.\d{2}(\.\d{2})?$/);

/** Does this place stand for the supervisory complaints of a kabupaten? */
export const isSupervised = (place: string): boolean => place.length === "63.11".length;

export const setRetentionCommand = z
  .object({
    ...clientAction,
    subdistrictCode: retentionPlace,
    classification: z.enum(["", ...retentionClasses, supervisoryClass]),
    months: z.int().min(1).max(600),
  })
  .refine((c) => isSupervised(c.subdistrictCode) === (c.classification === supervisoryClass));
export type SetRetentionCommand = z.infer<typeof setRetentionCommand>;

export const proposeRetentionCommand = z.object({
  ...clientAction,
  subdistrictCode: retentionPlace,
});
export type ProposeRetentionCommand = z.infer<typeof proposeRetentionCommand>;

export const answerRetentionCommand = z.object({
  ...clientAction,
  runId: z.uuid(),
  approved: z.boolean(),
});
export type AnswerRetentionCommand = z.infer<typeof answerRetentionCommand>;

export interface RetentionRule {
  readonly areaCode: string;
  readonly classification: string;
  readonly version: number;
  readonly months: number;
}

/** A class with the day before which its cases must have ended. */
export interface RetentionTerm {
  readonly classification: string;
  readonly months: number;
  readonly endedBefore: Date;
}

const monthsBefore = (now: Date, months: number): Date => {
  const day = new Date(now);
  const date = day.getUTCDate();
  day.setUTCMonth(day.getUTCMonth() - months, 1);
  const last = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();
  day.setUTCDate(Math.min(date, last));
  return day;
};

/** The rule nearest to the place, of the class before that of every class; its newest version. */
const ruleFor = (
  rules: readonly RetentionRule[],
  area: string,
  classification: string,
): RetentionRule | undefined =>
  rules
    .filter((r) => r.classification === classification || r.classification === "")
    .filter((r) => area === r.areaCode || r.areaCode === "" || area.startsWith(`${r.areaCode}.`))
    .toSorted(
      (a, b) =>
        b.areaCode.length - a.areaCode.length ||
        b.classification.length - a.classification.length ||
        b.version - a.version,
    )[0];

/**
 * What the rules of an office, or of an inspectorate, come to on a day, class by class. A class without
 * a rule keeps all.
 */
export const termsOf = (
  rules: readonly RetentionRule[],
  area: string,
  now: Date,
): readonly RetentionTerm[] =>
  (isSupervised(area) ? [supervisoryClass] : retentionClasses).flatMap((classification) => {
    const rule = ruleFor(rules, area, classification);
    if (!rule) return [];
    const { months } = rule;
    return [{ classification, months, endedBefore: monthsBefore(now, months) }];
  });

/** How many of these ended cases the terms let go. */
export const countDue = (
  terms: readonly RetentionTerm[],
  ended: readonly { readonly classification: string; readonly endedAt: Date }[],
): number =>
  ended.filter((one) =>
    terms.some((t) => t.classification === one.classification && one.endedAt < t.endedBefore),
  ).length;

/** Ended by themselves; a duplicate goes with the case that carries it. */
export const destroyableStatuses: readonly CaseStatus[] = [
  ...(["closed", "lapsed", "redirected", "archived", "cancelled"] as const),
];

/**
 * closed -> anonymised. The other ends and a carried report lose their content and keep their word for
 * how they ended: a duplicate goes on pointing to the case that carries it. A supervisory complaint goes
 * by what the inspectorate agreed to, and by nothing else.
 * @throws conflict CASE_ACTION_NOT_NOW while somebody may still have to act
 */
export const decideAnonymise = (
  kase: Case,
  { carried, supervised }: { readonly carried: boolean; readonly supervised: boolean },
): { readonly status: CaseStatus } => {
  const goes =
    destroyableStatuses.includes(kase.status) || (carried && kase.status === "duplicate");
  const isAgreed = supervised ? kase.isSupervisory || carried : !kase.isSupervisory;
  if (!goes || !isAgreed) throw new DomainError("conflict", "CASE_ACTION_NOT_NOW");
  return { status: kase.status === "closed" ? "anonymised" : kase.status };
};
