import type { Transaction } from "@rembuk/db/client";
import { toLocalDate } from "@rembuk/domain/calendars/working-days";
import type { BulkKind } from "@rembuk/domain/cases/bulk";
import type { BulkActInput, BulkCaseRef } from "@rembuk/domain/cases/bulk-commands";
import {
  acceptAssignmentCommand,
  addNoteCommand,
  declineAssignmentCommand,
  resolveCaseCommand,
  routeCaseCommand,
  triageCaseCommand,
} from "@rembuk/domain/cases/commands";
import { grantFor } from "@rembuk/domain/cases/lifecycle";
import type { Case, NoteAudience } from "@rembuk/domain/cases/model";
import { addMilestoneCommand } from "@rembuk/domain/cases/referral-commands";
import { isPartyTo, referralGrant, requireReferralAction } from "@rembuk/domain/cases/referrals";
import { defaultTarget } from "@rembuk/domain/cases/routing";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { z } from "zod";
import { officeCalendar } from "../calendars/queries";
import type { ServiceContext } from "../context";
import { acceptDecision } from "./accept-assignment";
import { requireAudience } from "./add-note";
import { foreseeChange } from "./change-case";
import { declineDecision } from "./decline-assignment";
import { isReferredOnly } from "./referral-queries";
import { getReferral } from "./referral-store";
import { type FilledReply, findReplyFor } from "./reply-queries";
import { resolveDecision } from "./resolve-case";
import { routeDecision } from "./route-case";
import { ruleOfCase } from "./rule-queries";
import { triageDecision } from "./triage-case";

/** What each use case takes, besides the id that the client gives the act. */
const schemas: Record<BulkKind, z.ZodObject> = {
  triage: triageCaseCommand.omit({ clientActionId: true }),
  route: routeCaseCommand.omit({ clientActionId: true }),
  accept: acceptAssignmentCommand.omit({ clientActionId: true }),
  note: addNoteCommand.omit({ clientActionId: true }),
  milestone: addMilestoneCommand.omit({ clientActionId: true }),
  resolve: resolveCaseCommand.omit({ clientActionId: true }),
  decline: declineAssignmentCommand.omit({ clientActionId: true }),
};

/** What one case's part of a batch is: a use case and the words it takes. */
export interface Part {
  readonly kind: BulkKind;
  readonly words: Readonly<Record<string, unknown>>;
}

const macroPart = (reply: FilledReply, act: BulkActInput & { act: "macro" }, own: string): Part => {
  const { use, texts, target, outcome } = reply;
  switch (use) {
    case "note":
      return { kind: "note", words: { body: texts.body, audience: act.audience } };
    case "route":
      return { kind: "route", words: { instruction: texts.instruction, target: target ?? own } };
    case "resolve":
      return { kind: "resolve", words: { ...texts, outcome } };
    case "decline":
      return { kind: "decline", words: { reason: texts.reason } };
    case "hold":
      // What is waited for and until when is asked of one case at a time.
      throw new DomainError("invalid", "BULK_MACRO_INCOMPLETE");
  }
};

/** A message on a case that only a referral opens is a step of that help, of today. */
const milestonePart = async (
  ctx: ServiceContext,
  tx: Transaction,
  kase: Case,
  body: string,
): Promise<Part> => {
  const asked = kase.referrals.filter((r) => isPartyTo(ctx.actor, r));
  const running = asked.find((r) => r.status === "accepted" || r.status === "in_progress");
  const referral = running ?? asked[0];
  if (!referral) throw new DomainError("forbidden", "FORBIDDEN");
  requireReferralAction(kase, referral, "milestone");
  const { version } = await getReferral(tx, kase, referral.id);
  const { zone } = await officeCalendar(ctx.db, kase.subdistrictCode);
  const happenedOn = toLocalDate(ctx.now(), zone);
  const words = { referralId: referral.id, version, words: body, happenedOn };
  return { kind: "milestone", words };
};

/** Which use case an act is on this case, and with what words. @throws what makes it impossible */
export const partFor = async (
  ctx: ServiceContext,
  tx: Transaction,
  act: BulkActInput,
  kase: Case,
): Promise<Part> => {
  const { act: name, ...words } = act;
  if (name === "triage" || name === "accept" || name === "resolve") return { kind: name, words };
  if (act.act === "note")
    return isReferredOnly(ctx, kase)
      ? milestonePart(ctx, tx, kase, act.body)
      : { kind: "note", words };
  const own = defaultTarget(await ruleOfCase(ctx, kase));
  if (act.act === "route")
    return { kind: "route", words: { instruction: act.instruction, target: own } };
  if (act.act === "assign")
    return { kind: "route", words: { instruction: act.instruction, target: act.target } };
  if (act.act !== "macro") throw new Error(`no part for ${name}`);
  const reply = await findReplyFor(ctx, kase, act.replyId);
  if (!reply) throw new DomainError("conflict", "BULK_MACRO_UNFIT");
  return macroPart(reply, act, own);
};

/** Whether it may be said at all; words change nothing else about a case. */
const requireWords = (ctx: ServiceContext, kase: Case, { kind, words }: Part): void => {
  if (kind === "note") {
    requireAudience(ctx, kase, (words as { audience: NoteAudience }).audience);
    return;
  }
  const referral = kase.referrals.find((r) => r.id === words.referralId);
  if (!referral || referralGrant(ctx.actor, kase, referral, "milestone") !== "own")
    throw new DomainError("forbidden", "FORBIDDEN");
};

/** What the case is after it, decided by the rules of the act itself. */
export const foreseePart = async (
  ctx: ServiceContext,
  tx: Transaction,
  { kase, version, part }: { kase: Case; version: number; part: Part },
): Promise<Case> => {
  const { kind } = part;
  // Of words that were checked already: the casts say which command it is.
  const words = part.words as never;
  if (kind === "note" || kind === "milestone") {
    requireWords(ctx, kase, part);
    return kase;
  }
  // Who told it, how and when is asked of one case at a time.
  if (grantFor(ctx.actor, kase, kind) === "on-behalf")
    throw new DomainError("forbidden", "BULK_ON_BEHALF");
  const decide = {
    triage: triageDecision,
    route: routeDecision,
    accept: acceptDecision,
    resolve: resolveDecision,
    decline: declineDecision,
  }[kind];
  return (await foreseeChange(ctx, tx, { action: kind, kase, version }, decide(ctx, words))).after;
};

/** A macro may lack what its act demands: an outcome, one of the three texts. */
export const commandOf = (part: Part, ref: BulkCaseRef): Readonly<Record<string, unknown>> => {
  // Whatever the command does not know (a note has no version) is left out by the schema; a referral
  // has a version of its own.
  const parsed = schemas[part.kind].safeParse({ ...ref, ...part.words });
  if (!parsed.success) throw new DomainError("invalid", "BULK_MACRO_INCOMPLETE");
  return parsed.data;
};

/** The words that would be written, for the preview of a macro. */
export const wordsOf = (part: Part): string => {
  const { body, instruction, response, solution, followUp, reason } = part.words;
  return [body, instruction, response, solution, followUp, reason].filter(Boolean).join("\n");
};
