import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/lib/trpc";

type Reports = ReturnType<typeof useTRPC>["reports"];

/** Reach and impact of a year, as the server tells it. */
export type Impact = inferOutput<Reports["impact"]>;
export type ImpactVillage = Impact["villages"][number];
export type ReceiptRow = inferOutput<Reports["receipts"]>["items"][number];
