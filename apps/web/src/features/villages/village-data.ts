import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/lib/trpc";

/** Lembar desa as the server tells it. */
export type VillageSheet = inferOutput<ReturnType<typeof useTRPC>["reports"]["villageSheet"]>;
