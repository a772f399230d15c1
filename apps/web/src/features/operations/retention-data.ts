import { isSupervised } from "@rembuk/domain/cases/retention";
import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/lib/trpc";

/** Which words fit: a kecamatan's own, or those of an inspectorate. */
export const kindOf = (place: string): "office" | "supervised" =>
  isSupervised(place) ? "supervised" : "office";

/** Retention of one kecamatan, or of an inspectorate, as the server tells it: counts only. */
export type RetentionPage = inferOutput<ReturnType<typeof useTRPC>["retention"]["show"]>;
