"use client";

import type { NoteAudience } from "@rembuk/domain/cases/model";
import { useToast } from "@rembuk/ui/toast";
import { useTranslations } from "next-intl";
import { useTRPCClient } from "@/lib/trpc";
import { useRefreshFiles } from "./use-files";
import { useUploads } from "./use-uploads";

interface OnCase {
  readonly audience: NoteAudience;
  /** The note that it hangs on; null: on the case itself. */
  readonly noteId: string | null;
}

/** Sends files to a case. */
export function useCaseUploads(caseId: string) {
  const t = useTranslations("files");
  const client = useTRPCClient();
  const toast = useToast();
  const refresh = useRefreshFiles(caseId);
  const uploads = useUploads<OnCase>({
    begin: async (announced, about) =>
      (await client.files.begin.mutate({ ...announced, ...about, caseId })).fileId,
    address: (fileId) => `/api/berkas/unggah/${caseId}/${fileId}`,
    finish: async (fileId, name) => {
      const { status } = await client.files.finish.mutate({ caseId, fileId });
      if (status === "ready") toast.show({ title: t("added", { name }) });
      if (status === "held") toast.show({ title: t("heldToast", { name }) });
      return null;
    },
    refresh,
  });
  const add = (files: readonly File[], audience: NoteAudience, noteId: string | null = null) =>
    uploads.add(files, { audience, noteId });
  return { ...uploads, add };
}
