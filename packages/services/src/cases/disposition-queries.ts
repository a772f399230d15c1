import { can } from "@rembuk/domain/access/policy";
import { noDisposition } from "@rembuk/domain/cases/dispositions";
import type { Case } from "@rembuk/domain/cases/model";
import type { ServiceContext } from "../context";

/** What of the camat's disposisi shows on a case. */
export interface DispositionView {
  /** Routing outward by this reader would wait for the leaders. */
  readonly isFirst: boolean;
  /** What waits with them; its words only for who reads the office's own notes. */
  readonly proposal: {
    readonly target: string;
    readonly targetName: string;
    readonly instruction: string | null;
    readonly byName: string | null;
    readonly at: Date;
  } | null;
}

interface Read {
  /** What the office saved; null: nothing. */
  readonly dispositionFirst: boolean | null;
  readonly notes: readonly {
    readonly purpose: string;
    readonly body: string;
    readonly authorId: string;
    readonly createdAt: Date;
  }[];
  readonly names: ReadonlyMap<string, string>;
}

/** @param read notes that this reader may see, newest first, and names */
export const showDisposition = (
  ctx: ServiceContext,
  kase: Case,
  read: Read,
  nameOf: (code: string) => string | null,
): DispositionView => {
  const mayRoute = can(ctx.actor, "case.route", kase) && !can(ctx.actor, "case.dispose", kase);
  const dispositionFirst = mayRoute && (read.dispositionFirst ?? noDisposition.isFirst);
  const isFirst = dispositionFirst && !kase.isEmergency;
  const target = kase.proposedTarget;
  if (target === null || !can(ctx.actor, "note.read-internal", kase))
    return { isFirst, proposal: null };
  const words = read.notes.find((note) => note.purpose === "proposal");
  return {
    isFirst,
    proposal: {
      target,
      targetName: nameOf(target) ?? target,
      instruction: words?.body ?? null,
      byName: words ? (read.names.get(words.authorId) ?? null) : null,
      at: kase.stageStartedAt,
    },
  };
};
