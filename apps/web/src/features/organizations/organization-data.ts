import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/lib/trpc";

export type OrganizationPage = inferOutput<ReturnType<typeof useTRPC>["organizations"]["list"]>;
/** A partner with its state, whom to call, and whether the reader may change it. */
export type OrganizationRow = OrganizationPage["items"][number];
