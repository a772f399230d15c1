import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/lib/trpc";

/** Retention of one kecamatan, as the server tells it: counts only. */
export type RetentionPage = inferOutput<ReturnType<typeof useTRPC>["retention"]["show"]>;
