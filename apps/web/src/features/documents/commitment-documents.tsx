"use client";

import { Button } from "@rembuk/ui/button";
import { useQuery } from "@tanstack/react-query";
import { Paperclip } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useTRPC } from "@/lib/trpc";
import { FileChooser } from "../files/file-chooser";
import { UploadList } from "../files/upload-list";
import { DocumentList } from "./document-list";
import { useDocumentUploads } from "./use-document-uploads";

/** Files that show that a commitment was kept; added by the office until it hands them in. */
export function CommitmentDocuments({
  engagementId,
  commitmentId,
}: {
  engagementId: string;
  commitmentId: string;
}) {
  const t = useTranslations("documents");
  // One list for all commitments of the engagement.
  const list = useQuery(useTRPC().documents.list.queryOptions({ of: "engagement", engagementId }));
  if (list.isError && !list.data)
    return (
      <p className="flex flex-wrap items-center gap-2 text-13 text-bad">
        {t("failed")}
        <Button size="small" onClick={() => void list.refetch()}>
          {t("retry")}
        </Button>
      </p>
    );
  const items = (list.data?.items ?? []).filter(({ ownerId }) => ownerId === commitmentId);
  return (
    <>
      <DocumentList items={items} label={t("evidence.title")} isEvidence />
      {list.data?.mayAddTo.includes(commitmentId) ? (
        <AddEvidence commitmentId={commitmentId} />
      ) : null}
    </>
  );
}

function AddEvidence({ commitmentId }: { commitmentId: string }) {
  const t = useTranslations("documents.evidence");
  const chooser = useRef<HTMLInputElement>(null);
  const uploads = useDocumentUploads({ of: "commitment", id: commitmentId });
  return (
    <div className="flex w-full flex-col items-start gap-1.5">
      <UploadList items={uploads.items} onResume={uploads.resume} onCancel={uploads.cancel} />
      <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <Button
          size="small"
          icon={<Paperclip size={14} aria-hidden />}
          onClick={() => chooser.current?.click()}
        >
          {t("add")}
        </Button>
        <span className="text-13 text-text-2">{t("hint")}</span>
      </span>
      <FileChooser
        inputRef={chooser}
        label={t("add")}
        onFiles={(files) => uploads.add(files, { kind: "other", validUntil: null })}
      />
    </div>
  );
}
