import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/lib/trpc";

type Trips = ReturnType<typeof useTRPC>["trips"];

export type TripRow = inferOutput<Trips["list"]>["items"][number];
export type ShownTrip = inferOutput<Trips["show"]>;
export type ShownStop = ShownTrip["stops"][number];
export type ShownGoods = ShownTrip["goods"][number];
export type TripMove = ShownTrip["moves"][number]["move"];
export type DecreeRow = inferOutput<Trips["decrees"]>[number];
export type Manifest = inferOutput<Trips["manifest"]>;
export type ManifestOffer = inferOutput<Trips["offer"]>;
export type WaitingVillage = inferOutput<Trips["waiting"]>[number];
export type OutreachRow = inferOutput<Trips["outreach"]>[number];
