import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/lib/trpc";

type Procedures = ReturnType<typeof useTRPC>["beneficiaries"];
export type SubjectRequest = inferOutput<Procedures["requests"]>[number];
export type HouseholdRow = inferOutput<Procedures["list"]>["items"][number];
export type Household = inferOutput<Procedures["show"]>;
export type Member = Household["members"][number];
export type RegistryVillage = inferOutput<Procedures["villages"]>[number];
export type LikelyPair = inferOutput<Procedures["pairs"]>[number];
export type PairedRecord = LikelyPair["first"];
