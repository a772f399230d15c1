import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/lib/trpc";

type Handovers = ReturnType<typeof useTRPC>["handovers"];

export type TripHandovers = inferOutput<Handovers["list"]>;
export type HandoverRow = TripHandovers["items"][number];
export type QuarantinedRow = inferOutput<Handovers["quarantine"]>[number];
