"use client";

import { Button } from "@rembuk/ui/button";
import { ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { Panel } from "@rembuk/ui/panel";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { UploadList } from "../files/upload-list";
import { AddDocumentDialog } from "./add-document-dialog";
import { DocumentList } from "./document-list";
import { useDocumentUploads } from "./use-document-uploads";

/** Lampiran of an innovation: SK, DPA, guides, what was done, each with its validity. */
export function InnovationDocuments({ innovationId }: { innovationId: string }) {
  const t = useTranslations("documents");
  const wording = useErrorWording();
  const [isOpen, setOpen] = useState(false);
  const uploads = useDocumentUploads({ of: "innovation", id: innovationId });
  const list = useQuery(useTRPC().documents.list.queryOptions({ of: "innovation", innovationId }));
  const { items = [], mayAddTo = [] } = list.data ?? {};
  const mayAdd = mayAddTo.includes(innovationId);
  return (
    <Panel
      id="lampiran"
      title={t("title")}
      note={items.length > 0 ? t("count", { count: items.length }) : undefined}
      actions={
        mayAdd ? (
          <Button
            size="small"
            icon={<Plus size={14} aria-hidden />}
            aria-haspopup="dialog"
            onClick={() => setOpen(true)}
          >
            {t("add.title")}
          </Button>
        ) : null
      }
    >
      {list.error && !list.data ? (
        <ErrorState
          title={t("failed")}
          retryLabel={t("retry")}
          retrying={list.isFetching}
          onRetry={() => void list.refetch()}
        >
          {wording(callFailure(list.error).code)}
        </ErrorState>
      ) : null}
      {list.isPending ? <SkeletonRows label={t("loading")} slow={t("slow")} rows={2} /> : null}
      {list.data && items.length === 0 ? (
        <p className="text-text-2">{t(mayAdd ? "noneYet" : "none")}</p>
      ) : null}
      <DocumentList items={items} label={t("title")} />
      {items.some(({ file }) => file === null) ? (
        <p className="text-13 text-text-2">{t("closed")}</p>
      ) : null}
      <UploadList items={uploads.items} onResume={uploads.resume} onCancel={uploads.cancel} />
      {isOpen ? (
        <AddDocumentDialog
          subject={t("subject")}
          onAdd={(file, about) => uploads.add([file], about)}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </Panel>
  );
}
