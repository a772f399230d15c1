"use client";

import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useTRPC } from "@/lib/trpc";
import type { CaseDetail } from "../case-data";

/**
 * A case that the server has read already: it is drawn with the page, and read again once the scripts are
 * there. What is known of it from before stays.
 */
export function DrawnCase({ kase, children }: { kase: CaseDetail | null; children: ReactNode }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  // Before anything below asks.
  useState(() => {
    if (!kase) return;
    const key = trpc.cases.show.queryKey({ caseId: kase.id });
    if (client.getQueryData(key) === undefined) client.setQueryData(key, kase);
  });
  return children;
}
