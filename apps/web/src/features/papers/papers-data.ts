import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/lib/trpc";

/** What the reader asked the worker to make. */
export type Paper = inferOutput<ReturnType<typeof useTRPC>["reports"]["papers"]>[number];
export type PaperKind = Paper["kind"];

/** Somebody waits for it. */
export const isRunning = ({ status }: Pick<Paper, "status">): boolean =>
  status === "waiting" || status === "making";

/** The address of a finished file; null while there is none. It is good for minutes. */
export const paperHref = ({ id, link }: Pick<Paper, "id" | "link">): string | null =>
  link && `/api/berkas/kertas/${id}?sampai=${link.until}&tanda=${link.signature}`;
