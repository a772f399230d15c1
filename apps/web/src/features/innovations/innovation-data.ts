import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/lib/trpc";

type Innovations = ReturnType<typeof useTRPC>["innovations"];

export type InnovationRow = inferOutput<Innovations["list"]>["items"][number];
export type ShownInnovation = inferOutput<Innovations["show"]>;
export type InnovationProfile = ShownInnovation["profile"];
export type InnovationParts = ShownInnovation["parts"];
export type InnovationMove = ShownInnovation["moves"][number]["move"];
