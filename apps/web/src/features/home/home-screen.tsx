"use client";

import type { Assignment } from "@rembuk/domain/access/actor";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { BoardFailure, BoardLoading } from "@/features/board/board-screen";
import { useRefreshOnChange } from "@/features/board/use-refresh-on-change";
import { VillageHome } from "@/features/village/village-home";
import { useTRPC } from "@/lib/trpc";
import { BoardPart } from "./board-part";
import { CasesPart } from "./cases-part";
import { DoorsPart } from "./doors-part";
import { countNames, type HomePlan, mostUrgentFirst, planHome } from "./home-plans";

interface HomeScreenProps {
  assignments: readonly Assignment[];
  /** "Kec. Paringin Selatan" */
  office: string;
}

/** A home that answers what needs its reader now; several roles share one page. */
export function HomeScreen({ assignments, office }: HomeScreenProps) {
  const trpc = useTRPC();
  const plans = useMemo(() => planHome(assignments), [assignments]);
  const asked = useMemo(() => countNames(plans), [plans]);
  const asks = Object.keys(asked).length > 0;
  const counts = useQuery({ ...trpc.cases.counts.queryOptions(asked), enabled: asks });
  useRefreshOnChange();
  if (counts.error) {
    return (
      <BoardFailure
        error={counts.error}
        retrying={counts.isFetching}
        onRetry={() => counts.refetch()}
      />
    );
  }
  if (asks && !counts.data) return <BoardLoading />;
  const numbers = counts.data ?? {};
  return (
    <div className="min-h-full bg-canvas pb-6">
      {mostUrgentFirst(plans, numbers).map((plan, at) => (
        <Part key={plan.key} plan={plan} numbers={numbers} office={office} first={at === 0} />
      ))}
    </div>
  );
}

interface PartProps {
  plan: HomePlan;
  numbers: Readonly<Record<string, number>>;
  office: string;
  /** The first part carries the page's heading. */
  first: boolean;
}

function Part({ plan, ...rest }: PartProps) {
  if (plan.shape === "cases") return <CasesPart plan={plan} {...rest} />;
  if (plan.shape === "doors") return <DoorsPart plan={plan} {...rest} />;
  if (plan.shape === "board") return <BoardPart {...rest} />;
  return <VillageHome first={rest.first} />;
}
