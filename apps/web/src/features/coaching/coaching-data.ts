import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/lib/trpc";

type Coaching = ReturnType<typeof useTRPC>["coaching"];

export type BatchItem = inferOutput<Coaching["batches"]>["items"][number];
export type ShownBatch = inferOutput<Coaching["batch"]>;
export type EngagementRow = ShownBatch["engagements"][number];
export type ShownEngagement = inferOutput<Coaching["show"]>;
export type ShownSession = ShownEngagement["sessions"][number];
export type ShownCommitment = ShownEngagement["commitments"][number];
export type ShownAgreement = NonNullable<ShownEngagement["plan"]>["agreement"];
export type WaitingItem = inferOutput<Coaching["waiting"]>["items"][number];
export type AgendaEntry = inferOutput<Coaching["agenda"]>[number];
