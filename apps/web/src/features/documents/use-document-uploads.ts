"use client";

import type { DocumentKind, DocumentOwner } from "@rembuk/domain/documents/model";
import { useToast } from "@rembuk/ui/toast";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC, useTRPCClient } from "@/lib/trpc";
import { useUploads } from "../files/use-uploads";

export interface AboutDocument {
  readonly kind: DocumentKind;
  readonly validUntil: string | null;
}

/** Sends files to an innovation or a commitment. */
export function useDocumentUploads(owner: DocumentOwner) {
  const t = useTranslations("files");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const toast = useToast();
  return useUploads<AboutDocument>({
    begin: async (announced, about) =>
      (await client.documents.begin.mutate({ ...announced, ...about, owner })).documentId,
    address: (documentId) => `/api/berkas/unggah/lampiran/${documentId}`,
    finish: async (documentId, name) => {
      const { status, refusal } = await client.documents.finish.mutate({ documentId });
      if (status === "ready") toast.show({ title: t("added", { name }) });
      return refusal;
    },
    refresh: () => queries.invalidateQueries(trpc.documents.pathFilter()),
  });
}
