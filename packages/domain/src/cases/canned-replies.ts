import { z } from "zod";
import { isWithin } from "../areas/area-code";
import { DomainError } from "../kernel/errors";
import { clientAction } from "./commands";
import { type CaseStatus, caseStatuses, outcomes } from "./model";
import { fillWords, unknownWords } from "./placeholders";
import { ruleAreaCode } from "./rule-commands";

/** Where prepared words are used: the dialogs of the case page. */
export const replyUses = ["note", "route", "resolve", "decline", "hold"] as const;
export type ReplyUse = (typeof replyUses)[number];

/** The texts that each use fills in, in the order of its form. */
export const replyTexts = {
  note: ["body"],
  route: ["instruction"],
  resolve: ["response", "solution", "followUp"],
  decline: ["reason"],
  hold: ["reason"],
} as const satisfies Record<ReplyUse, readonly string[]>;

/** Words that a text may leave to the case: none of them says who somebody is. */
export const replyPlaceholders = ["nomor", "desa", "kategori", "tenggat"] as const;
export type ReplyPlaceholder = (typeof replyPlaceholders)[number];
export type ReplyFacts = Readonly<Record<ReplyPlaceholder, string>>;

/** Placeholders of a text that do not exist; a brace that never closes counts as one. */
export const unknownPlaceholders = (text: string): readonly string[] =>
  unknownWords(text, replyPlaceholders);

/** A text with the case's own number, village, category and deadline in it. */
export const fillPlaceholders = (text: string, facts: ReplyFacts): string => fillWords(text, facts);

/** Prepared words for one dialog; with a target it is a macro: instruction and where to. */
export interface CannedReply {
  readonly id: string;
  /** "": shipped with the product; else the kecamatan's or kabupaten's own. */
  readonly areaCode: string;
  /** The shipped one that this takes the place of. */
  readonly baseId: string | null;
  readonly use: ReplyUse;
  readonly name: string;
  /** Null: every category; else this one and what hangs under it. */
  readonly categoryCode: string | null;
  /** Empty: in every state. */
  readonly statuses: readonly CaseStatus[];
  readonly texts: Readonly<Record<string, string>>;
  readonly target: string | null;
  readonly outcome: string | null;
  readonly isActive: boolean;
  readonly version: number;
}

/** Those of an area: its own, its kabupaten's, and the shipped ones that none takes the place of. */
export const repliesIn = (
  all: readonly CannedReply[],
  areaCode: string,
): readonly CannedReply[] => {
  const near = all
    .filter((r) => r.areaCode === "" || isWithin(areaCode, r.areaCode))
    .sort((a, b) => b.areaCode.length - a.areaCode.length);
  const taken = new Set<string>();
  return near.filter((r) => {
    const root = r.baseId ?? r.id;
    if (taken.has(root)) return false;
    taken.add(root);
    return true;
  });
};

/** Does it fit a case in this state, of a category whose line (itself first) is given? */
export const fitsCase = (
  reply: CannedReply,
  status: CaseStatus,
  line: readonly string[],
): boolean =>
  reply.isActive &&
  (reply.categoryCode === null || line.includes(reply.categoryCode)) &&
  (reply.statuses.length === 0 || reply.statuses.includes(status));

const longest = 2000;

export const saveReplyCommand = z.object({
  ...clientAction,
  areaCode: ruleAreaCode,
  /** Null: a new one. Of a shipped one (or the kabupaten's) the area keeps its own copy. */
  replyId: z.uuid().nullish(),
  version: z.int().nonnegative(),
  use: z.enum(replyUses),
  name: z.string().trim().min(3).max(80),
  categoryCode: z.string().min(2).max(24).nullish(),
  statuses: z.array(z.enum(caseStatuses)).max(caseStatuses.length),
  texts: z.record(z.string().max(20), z.string().trim().max(longest)),
  target: z.string().min(2).max(40).nullish(),
  outcome: z.enum(outcomes).nullish(),
  isActive: z.boolean(),
});
export type SaveReplyCommand = z.infer<typeof saveReplyCommand>;

/**
 * The texts of a reply as its use wants them.
 * @throws invalid INPUT_INVALID when all are empty; REPLY_PLACEHOLDER_UNKNOWN with the words
 */
export const soundTexts = (
  use: ReplyUse,
  texts: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> => {
  const kept = Object.fromEntries(replyTexts[use].map((field) => [field, texts[field] ?? ""]));
  if (Object.values(kept).every((text) => text === "")) {
    throw new DomainError("invalid", "INPUT_INVALID", { field: replyTexts[use][0] });
  }
  const unknown = Object.values(kept).flatMap(unknownPlaceholders);
  if (unknown.length > 0) {
    throw new DomainError("invalid", "REPLY_PLACEHOLDER_UNKNOWN", { words: unknown });
  }
  return kept;
};
