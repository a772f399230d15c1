import type { OpenCaseCommand } from "@rembuk/domain/cases/commands";
import type { HoldReason, NoteAudience, Outcome } from "@rembuk/domain/cases/model";
import type { DemoAccount } from "./accounts";

/** Who of a sector without an account told it, how and when. */
export interface ToldBy {
  readonly who: string;
  readonly how: "letter" | "phone" | "whatsapp" | "in_person";
  readonly when: Date;
}

export interface AskedOf {
  readonly target: string;
  readonly mandatory: boolean;
  readonly limitDays: number;
  readonly asked: string;
}

/** What happens beside the holder's work: referrals, their answers, the checklist. */
export type ReferralAct =
  | { readonly type: "tasks" }
  | { readonly type: "refer"; readonly referrals: readonly AskedOf[] }
  | {
      readonly type: "referral";
      readonly target: string;
      readonly as: "accept" | "decline" | "milestone" | "finish" | "note";
      readonly words: string;
      /** "2026-11-20" on the office's wall. */
      readonly day: string;
      readonly onBehalf: ToldBy | null;
    };

/** What somebody does to a case; ids and versions come when it is done. */
export type CaseAct =
  | ReferralAct
  | { readonly type: "open"; readonly command: Omit<OpenCaseCommand, "clientActionId"> }
  | { readonly type: "triage"; readonly note: string | null }
  | { readonly type: "route"; readonly target: string; readonly instruction: string }
  | { readonly type: "accept"; readonly onBehalf: ToldBy | null }
  | { readonly type: "decline"; readonly reason: string; readonly onBehalf: ToldBy | null }
  | { readonly type: "note"; readonly audience: NoteAudience; readonly body: string }
  | {
      readonly type: "hold";
      readonly waitingFor: HoldReason;
      readonly reason: string;
      readonly until: Date;
    }
  | { readonly type: "resume" }
  | {
      readonly type: "resolve";
      readonly outcome: Outcome;
      readonly answer: readonly [response: string, solution: string, followUp: string];
      readonly onBehalf: ToldBy | null;
    }
  | { readonly type: "confirm"; readonly note: string | null }
  | { readonly type: "reopen"; readonly reason: string }
  | { readonly type: "close" }
  /** Told a second time: `into` is the key of the case that carries it. */
  | { readonly type: "merge"; readonly into: string; readonly reason: string };

export interface PlannedAct {
  readonly at: Date;
  readonly by: DemoAccount;
  readonly act: CaseAct;
}

/** A case from its receipt to where it stands at the first start. */
export interface PlannedCase {
  /** "parsel/017": names its ids. */
  readonly key: string;
  readonly acts: readonly PlannedAct[];
}
