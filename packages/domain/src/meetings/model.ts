import type { CaseStatus } from "../cases/model";

/** The hub's elements that sit round the table: perangkat daerah, desa, tenaga kesehatan, tenaga pendidik, partners. */
export const meetingElements = ["office", "village", "health", "education", "partner"] as const;
export type MeetingElement = (typeof meetingElements)[number];

export interface Attendee {
  readonly name: string;
  /** "Kasi Kesejahteraan Sosial", "Bidan desa". */
  readonly position: string;
  readonly element: MeetingElement;
}

/** Something that was decided: who does it, until when, and what came of it. */
export interface MeetingAction {
  readonly id: string;
  readonly decision: string;
  readonly owner: string;
  /** "2026-02-01"; null: no day was set. */
  readonly dueOn: string | null;
  readonly doneOn: string | null;
  readonly doneWords: string | null;
}

/** A case that a decision became, as its reader knows it; hidden: there is one that they may not open. */
export type ActionCase =
  | {
      readonly id: string;
      readonly number: string;
      readonly status: CaseStatus;
      readonly isSecret: boolean;
    }
  | "hidden"
  | null;

export const actionStates = ["open", "late", "done"] as const;
export type ActionState = (typeof actionStates)[number];

/** @param today the office's day */
export const actionState = (
  { dueOn, doneOn }: Pick<MeetingAction, "dueOn" | "doneOn">,
  today: string,
): ActionState => {
  if (doneOn !== null) return "done";
  return dueOn !== null && dueOn < today ? "late" : "open";
};
