import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/lib/trpc";

type Procedures = ReturnType<typeof useTRPC>["cases"];

/** One case as `cases.show` answers it: only what this reader may see. */
export type CaseDetail = inferOutput<Procedures["show"]>;
/** A row of `cases.list`. */
export type CaseListItem = inferOutput<Procedures["list"]>["items"][number];
export type TimelineEntry = CaseDetail["timeline"][number];
export type CaseNote = CaseDetail["notes"][number];
export type CaseStage = CaseDetail["stages"][number];
/** A clock with the instant at which it runs out. */
export type Clock = CaseDetail["total"];
export type Holder = CaseDetail["holder"];
/** An opening by break-glass, as `glass.list` tells it. */
export type GlassEntry = inferOutput<ReturnType<typeof useTRPC>["glass"]["list"]>[number];
