import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/lib/trpc";

type Meetings = ReturnType<typeof useTRPC>["meetings"];

export type MeetingRow = inferOutput<Meetings["list"]>["items"][number];
export type MeetingActionRow = MeetingRow["actions"][number];
