"use client";

import type { NoteAudience } from "@rembuk/domain/cases/model";
import { Button } from "@rembuk/ui/button";
import { Notice } from "@rembuk/ui/notice";
import { SectionHeader } from "@rembuk/ui/section-header";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useCase } from "../cases/case/use-case";
import { AddFiles } from "./add-files";
import { FileList } from "./file-list";
import { usualAudience } from "./files-data";
import { takeHandedFiles } from "./handed-files";
import { UploadList } from "./upload-list";
import { useCaseUploads } from "./use-case-uploads";
import { useFiles } from "./use-files";

/** Photographs and documents of a case: what there is, what is on its way, and a way to add. */
export function CaseFiles({ caseId }: { caseId: string }) {
  const t = useTranslations("files");
  const query = useFiles(caseId);
  const kase = useCase(caseId).data;
  const uploads = useCaseUploads(caseId);
  useHandedFiles(caseId, query.data?.mayAddFor ?? [], uploads.add);
  const onTheWay = new Set(uploads.items.map((one) => one.fileId));
  const files = (query.data?.files ?? []).filter((file) => !onTheWay.has(file.id));
  const mayAddFor = query.data?.mayAddFor ?? [];
  const evidence = kase?.category.requiredEvidence ?? "";
  return (
    <section aria-labelledby="berkas" className="flex min-w-0 flex-col gap-2">
      <SectionHeader
        id="berkas"
        title={t("title")}
        note={query.data ? t("count", { count: files.length }) : undefined}
      />
      {evidence && mayAddFor.length > 0 ? (
        <p className="max-w-[76ch] text-meta text-text-2">{t("needed", { evidence })}</p>
      ) : null}
      {query.isPending ? <p className="text-meta text-text-2">{t("loading")}</p> : null}
      {query.isError ? <Failed onRetry={() => void query.refetch()} /> : null}
      {query.data ? <FileList caseId={caseId} files={files} zone={kase?.calendar.zone} /> : null}
      <UploadList items={uploads.items} onResume={uploads.resume} onCancel={uploads.cancel} />
      {mayAddFor.length > 0 ? <AddFiles allowed={mayAddFor} onAdd={uploads.add} /> : null}
    </section>
  );
}

/** Photos that came with the report go on their way as soon as it is known for whom they may be. */
function useHandedFiles(
  caseId: string,
  allowed: readonly NoteAudience[],
  add: (files: readonly File[], audience: NoteAudience) => void,
) {
  const audience = usualAudience(allowed);
  const latest = useRef(add);
  latest.current = add;
  useEffect(() => {
    if (audience === null) return;
    const files = takeHandedFiles(caseId);
    if (files.length > 0) latest.current(files, audience);
  }, [caseId, audience]);
}

function Failed({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations("files");
  return (
    <Notice tone="bad">
      {t("failed")}{" "}
      <Button size="small" onClick={onRetry}>
        {t("retry")}
      </Button>
    </Notice>
  );
}
