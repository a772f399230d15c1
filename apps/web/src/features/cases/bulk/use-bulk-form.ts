"use client";

import { type BulkAct, type BulkActInput, bulkActSchema } from "@rembuk/domain/cases/bulk-commands";
import { type NoteAudience, noteAudiences, type Outcome } from "@rembuk/domain/cases/model";
import { useState } from "react";
import type { CaseListItem } from "../case-data";
import type { PreparedReply } from "../replies/reply-picker";

export interface BulkValues {
  readonly instruction: string;
  readonly target: string | null;
  readonly reply: PreparedReply | null;
  readonly audience: NoteAudience;
  readonly body: string;
  readonly outcome: Outcome | null;
  readonly response: string;
  readonly solution: string;
  readonly followUp: string;
}

const nothing: BulkValues = {
  instruction: "",
  target: null,
  reply: null,
  audience: noteAudiences[0],
  body: "",
  outcome: null,
  response: "",
  solution: "",
  followUp: "",
};

const wordFields = ["instruction", "body", "response", "solution", "followUp"] as const;
/** Fields of words by the act that asks for them. */
const wordsOf: Partial<Record<BulkAct, readonly (typeof wordFields)[number][]>> = {
  route: ["instruction"],
  assign: ["instruction"],
  note: ["body"],
  resolve: ["response", "solution", "followUp"],
};

/** Fields of an act on many that are still empty, by the name of their wording. */
export type MissingField = (typeof wordFields)[number] | "target" | "reply" | "outcome";

const inputOf = (act: BulkAct, values: BulkValues): BulkActInput | null => {
  const { reply, ...given } = values;
  const parsed = bulkActSchema.safeParse({ act, ...given, replyId: reply?.id });
  return parsed.success ? parsed.data : null;
};

/** Words do not change what becomes of a case, so it is previewed before they are written. */
const previewable = (act: BulkAct, values: BulkValues): BulkActInput | null =>
  inputOf(act, {
    ...values,
    ...Object.fromEntries(wordFields.map((field) => [field, values[field].trim() || "…"])),
  });

/** What a person fills in for an act on many cases. */
export function useBulkForm(act: BulkAct) {
  const [values, setValues] = useState<BulkValues>({
    ...nothing,
    // A message goes to the partners unless somebody chooses otherwise.
    audience: act === "note" ? "partner" : nothing.audience,
  });
  const [isTried, setTried] = useState(false);
  const words = wordFields.map(
    (field) =>
      [field, wordsOf[act]?.includes(field) === true && values[field].trim() === ""] as const,
  );
  const isEmpty = {
    ...Object.fromEntries(words),
    outcome: act === "resolve" && values.outcome === null,
    target: act === "assign" && values.target === null,
    reply: act === "macro" && values.reply === null,
  } as Record<MissingField, boolean>;
  const fields = Object.keys(isEmpty) as MissingField[];
  return {
    values,
    set: (change: Partial<BulkValues>) => setValues((before) => ({ ...before, ...change })),
    /** What is sent; null while something is missing. */
    input: inputOf(act, values),
    previewed: previewable(act, values),
    /** Told once it was tried. */
    missing: isTried ? fields.filter((field) => isEmpty[field]) : [],
    tried: () => setTried(true),
  };
}

export interface BulkFieldsProps {
  act: BulkAct;
  rows: readonly CaseListItem[];
  form: ReturnType<typeof useBulkForm>;
}
