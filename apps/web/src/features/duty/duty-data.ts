import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/lib/trpc";

type Procedures = ReturnType<typeof useTRPC>["staff"];

export type DutyPage = inferOutput<Procedures["duty"]>;
export type Shift = DutyPage["shifts"][number];
