"use client";

import { insistently, isAtDesk } from "@rembuk/ui/later";
import { SkeletonBars } from "@rembuk/ui/skeleton-bars";
import { lazy, Suspense } from "react";
import type { WholeCaseProps } from "./whole-case";

const load = async () => {
  const { WholeCase } = await insistently(() => import("./whole-case"));
  return { default: WholeCase };
};

// At a desk it is asked for with the page. A phone shows first what the server drew: there React asks for it
// when the page itself works.
const early = typeof window !== "undefined" && isAtDesk() ? load() : null;
const WholeCase = lazy(() => early ?? load());

/** A case that can be read before what works on it has come. */
export function CaseBehind(props: WholeCaseProps) {
  return (
    <Suspense fallback={<SkeletonBars rows={10} />}>
      <WholeCase key={props.caseId} {...props} />
    </Suspense>
  );
}
