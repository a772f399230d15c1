import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/lib/trpc";

type Procedures = ReturnType<typeof useTRPC>["documents"];

export type Documents = inferOutput<Procedures["list"]>;
export type DocumentItem = Documents["items"][number];

/** Where the file itself is saved from; null where the reader may not open it. */
export const savedFrom = ({ id, file }: DocumentItem): string | null => {
  const link = file?.links.original;
  return link
    ? `/api/berkas/lampiran/${id}/original?sampai=${link.until}&tanda=${link.signature}&simpan=1`
    : null;
};
