"use client";

import { useQueries } from "@tanstack/react-query";
import { useTRPC } from "@/lib/trpc";
import type { CaseListItem } from "../case-data";
import type { PreparedReply } from "../replies/reply-picker";

/** So many kinds of cases are asked for; what fits none of them the preview would refuse anyway. */
const MOST_KINDS = 10;

/** Prepared replies that fit at least one of the checked cases, asked for once a state and category. */
export function useBulkReplies(rows: readonly CaseListItem[], isAsked: boolean) {
  const trpc = useTRPC();
  const kinds = new Map(rows.map((row) => [`${row.status} ${row.categoryCode}`, row.id]));
  const asked = isAsked ? [...kinds.values()].slice(0, MOST_KINDS) : [];
  return useQueries({
    queries: asked.map((caseId) => trpc.cases.replies.queryOptions({ caseId })),
    combine: (answers) => {
      const all = answers.flatMap((answer) => answer.data ?? []);
      const byId = new Map<string, PreparedReply>(all.map((reply) => [reply.id, reply]));
      return { replies: [...byId.values()], isLoading: answers.some((one) => one.isPending) };
    },
  });
}
