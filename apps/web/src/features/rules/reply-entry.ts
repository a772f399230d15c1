import {
  type ReplyUse,
  replyTexts,
  type SaveReplyCommand,
  unknownPlaceholders,
} from "@rembuk/domain/cases/canned-replies";
import type { CaseStatus } from "@rembuk/domain/cases/model";
import type { ReplyRow } from "./rules-data";

/** What is typed for a prepared reply. */
export interface ReplyEntry {
  readonly use: ReplyUse;
  readonly name: string;
  readonly categoryCode: string | null;
  readonly statuses: readonly CaseStatus[];
  readonly texts: Readonly<Record<string, string>>;
  readonly target: string | null;
  readonly outcome: string;
  readonly isActive: boolean;
}

export const emptyReply: ReplyEntry = {
  ...{ use: "note", name: "", categoryCode: null, statuses: [], texts: {} },
  ...{ target: null, outcome: "", isActive: true },
};

export const replyEntryOf = (reply: ReplyRow | null): ReplyEntry =>
  reply === null ? emptyReply : { ...reply, outcome: reply.outcome ?? "" };

/** In which states a reply can be asked for: where its dialog is open at all. */
export const statusesOfUse: Readonly<Record<ReplyUse, readonly CaseStatus[]>> = {
  note: ["received", "triaged", "assigned", "declined", "in_progress", "on_hold", "resolved"],
  route: ["triaged", "declined", "reopened"],
  resolve: [],
  decline: [],
  hold: [],
};

const shortestName = 3;

export type ReplyProblem = "missing" | "unknownWord";

/** What is wrong, by field; the texts by their own names. */
export const replyProblems = (entry: ReplyEntry): Readonly<Record<string, ReplyProblem>> => {
  const fields = replyTexts[entry.use];
  const found: Record<string, ReplyProblem> = {};
  if (entry.name.trim().length < shortestName) found.name = "missing";
  for (const field of fields) {
    if (unknownPlaceholders(entry.texts[field] ?? "").length > 0) found[field] = "unknownWord";
  }
  const first = fields[0];
  if (fields.every((field) => !(entry.texts[field] ?? "").trim())) found[first] = "missing";
  return found;
};

type Content = Omit<SaveReplyCommand, "clientActionId" | "areaCode" | "replyId" | "version">;

/** The command's part that the form holds. */
export const contentOf = (entry: ReplyEntry): Content => ({
  use: entry.use,
  name: entry.name.trim(),
  categoryCode: entry.categoryCode,
  statuses: [...entry.statuses],
  texts: Object.fromEntries(
    replyTexts[entry.use].map((field) => [field, (entry.texts[field] ?? "").trimStart()]),
  ),
  target: entry.use === "route" ? entry.target : null,
  outcome: entry.use === "resolve" ? ((entry.outcome || null) as Content["outcome"]) : null,
  isActive: entry.isActive,
});
