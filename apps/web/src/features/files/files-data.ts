import type { NoteAudience } from "@rembuk/domain/cases/model";
import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/lib/trpc";

type Procedures = ReturnType<typeof useTRPC>["files"];

/** Files of a case as `files.list` answers them: only what this reader may see. */
export type CaseFilesData = inferOutput<Procedures["list"]>;
export type CaseFile = CaseFilesData["files"][number];

/** For whom a file is added unless somebody chooses: all who work on the case. */
export const usualAudience = (allowed: readonly NoteAudience[]): NoteAudience | null =>
  allowed.includes("partner") ? "partner" : (allowed[0] ?? null);

/** The address of one variant; `isSaved`: the browser saves it instead of showing it. */
export const fileAddress = (
  caseId: string,
  file: Pick<CaseFile, "id" | "links">,
  variant: keyof CaseFile["links"],
  isSaved = false,
): string | null => {
  const link = file.links[variant];
  if (!link) return null;
  const query = `sampai=${link.until}&tanda=${link.signature}${isSaved ? "&simpan=1" : ""}`;
  return `/api/berkas/${caseId}/${file.id}/${variant}?${query}`;
};

const kb = 1024;

/** 1.234.567 bytes as a number and its unit, one decimal from megabytes on. */
export const sizeInWords = (bytes: number): { amount: number; unit: "KB" | "MB" } =>
  bytes < kb * kb
    ? { amount: Math.max(1, Math.round(bytes / kb)), unit: "KB" }
    : { amount: Math.round((bytes / kb / kb) * 10) / 10, unit: "MB" };
