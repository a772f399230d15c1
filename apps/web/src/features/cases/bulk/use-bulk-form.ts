"use client";

import { type BulkAct, type BulkActInput, bulkActSchema } from "@rembuk/domain/cases/bulk";
import { type NoteAudience, noteAudiences } from "@rembuk/domain/cases/model";
import { useState } from "react";
import type { PreparedReply } from "../replies/reply-picker";

export interface BulkValues {
  readonly instruction: string;
  readonly target: string | null;
  readonly reply: PreparedReply | null;
  readonly audience: NoteAudience;
}

const nothing: BulkValues = {
  instruction: "",
  target: null,
  reply: null,
  audience: noteAudiences[0],
};

/** Fields of an act on many that are still empty, by the name of their wording. */
export type MissingField = "instruction" | "target" | "reply";

const inputOf = (act: BulkAct, values: BulkValues): BulkActInput | null => {
  const { instruction, target, reply, audience } = values;
  const parsed = bulkActSchema.safeParse({
    act,
    instruction,
    target,
    replyId: reply?.id,
    audience,
  });
  return parsed.success ? parsed.data : null;
};

/** Words do not change what becomes of a case, so it is previewed before they are written. */
const previewable = (act: BulkAct, values: BulkValues): BulkActInput | null =>
  inputOf(act, { ...values, instruction: values.instruction.trim() || "…" });

/** What a person fills in for an act on many cases. */
export function useBulkForm(act: BulkAct) {
  const [values, setValues] = useState<BulkValues>(nothing);
  const [isTried, setTried] = useState(false);
  const isEmpty: Record<MissingField, boolean> = {
    instruction: (act === "route" || act === "assign") && values.instruction.trim() === "",
    target: act === "assign" && values.target === null,
    reply: act === "macro" && values.reply === null,
  };
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
