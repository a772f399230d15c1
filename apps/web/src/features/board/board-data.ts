import type { inferInput, inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/lib/trpc";

type Reports = ReturnType<typeof useTRPC>["reports"];

/** What the server tells of a board. */
export type Board = inferOutput<Reports["board"]>;
export type BoardCase = Board["lateCases"][number];
export type BoardFigure = inferInput<Reports["boardCases"]>;
