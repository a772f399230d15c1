"use client";

import { Download, FileText, Image } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type CaseFile, fileAddress } from "./files-data";
import { useFiles } from "./use-files";

// Its windows come when they are wanted.
const PreviewDialog = dynamic(
  () => import("./preview-dialog").then((window) => window.PreviewDialog),
  { ssr: false },
);

/** The files of one note, for whoever reads the note. */
export function NoteFiles({ caseId, noteId }: { caseId: string; noteId: string }) {
  const t = useTranslations("files");
  const files = (useFiles(caseId).data?.files ?? []).filter((file) => file.noteId === noteId);
  const [shown, setShown] = useState<CaseFile | null>(null);
  if (files.length === 0) return null;
  return (
    <>
      <ul aria-label={t("ofNote")} className="mt-1.5 flex flex-wrap gap-1.5">
        {files.map((file) => (
          <li key={file.id} className="min-w-0">
            <NoteFile caseId={caseId} file={file} onShow={() => setShown(file)} />
          </li>
        ))}
      </ul>
      {shown ? <PreviewDialog caseId={caseId} file={shown} onClose={() => setShown(null)} /> : null}
    </>
  );
}

const look =
  "inline-flex min-h-(--target-min) max-w-full items-center gap-1.5 rounded-r2 border border-line bg-surface px-2 py-0.5 text-meta font-medium text-text";

function NoteFile(props: { caseId: string; file: CaseFile; onShow: () => void }) {
  const t = useTranslations("files");
  const { caseId, file, onShow } = props;
  const saved = fileAddress(caseId, file, "original", true);
  const name = <span className="min-w-0 truncate">{file.name}</span>;
  if (file.links.preview) {
    return (
      <button
        type="button"
        aria-label={t("show", { name: file.name })}
        onClick={onShow}
        className={`${look} cursor-zoom-in hover:bg-hover`}
      >
        <Image size={14} aria-hidden className="flex-none" />
        {name}
      </button>
    );
  }
  if (saved) {
    return (
      <a
        href={saved}
        download={file.name}
        aria-label={t("saveNamed", { name: file.name })}
        className={`${look} hover:bg-hover`}
      >
        <Download size={14} aria-hidden className="flex-none" />
        {name}
      </a>
    );
  }
  return (
    <span className={look}>
      <FileText size={14} aria-hidden className="flex-none" />
      {name}
      <span className="text-text-2">{t(file.status === "held" ? "held" : "checking")}</span>
    </span>
  );
}
