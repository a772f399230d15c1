import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/lib/trpc";

type Procedures = ReturnType<typeof useTRPC>["aid"];
export type Program = inferOutput<Procedures["programs"]>["items"][number];
export type ProgramDetail = inferOutput<Procedures["program"]>;
export type ProgramCycle = ProgramDetail["cycles"][number];
export type Enrollment = inferOutput<Procedures["enrollments"]>["items"][number];
export type ProgramPlace = inferOutput<Procedures["places"]>[number];
export type Entitlement = inferOutput<Procedures["entitlements"]>["items"][number];
export type CycleDetail = inferOutput<Procedures["cycle"]>;
