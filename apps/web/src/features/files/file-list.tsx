"use client";

import { AudienceLabel } from "@rembuk/ui/audience-look";
import { buttonLook } from "@rembuk/ui/button-look";
import { Chip } from "@rembuk/ui/chip";
import { IconButton } from "@rembuk/ui/icon-button";
import { Download, FileText, Image, ShieldAlert, ShieldQuestion, Trash2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useFormat } from "@/components/office-zone";
import type { CaseDetail } from "../cases/case-data";
import { type CaseFile, fileAddress, sizeInWords } from "./files-data";

// Its windows come when they are wanted.
const RemoveDialog = dynamic(
  () => import("./remove-dialog").then((window) => window.RemoveDialog),
  { ssr: false },
);
const PreviewDialog = dynamic(
  () => import("./preview-dialog").then((window) => window.PreviewDialog),
  { ssr: false },
);

type Zone = CaseDetail["calendar"]["zone"] | undefined;

interface FileListProps {
  readonly caseId: string;
  readonly files: readonly CaseFile[];
  readonly zone: Zone;
}

/** Every file that the reader may know of, with its small picture. */
export function FileList({ caseId, files, zone }: FileListProps) {
  const t = useTranslations("files");
  const [shown, setShown] = useState<CaseFile | null>(null);
  const [leaving, setLeaving] = useState<CaseFile | null>(null);
  if (files.length === 0) return <p className="text-meta text-text-2">{t("empty")}</p>;
  return (
    <>
      <ul
        aria-label={t("title")}
        className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,300px),1fr))] gap-2"
      >
        {files.map((file) => (
          <FileCard
            key={file.id}
            caseId={caseId}
            file={file}
            zone={zone}
            onShow={() => setShown(file)}
            onRemove={() => setLeaving(file)}
          />
        ))}
      </ul>
      {shown ? <PreviewDialog caseId={caseId} file={shown} onClose={() => setShown(null)} /> : null}
      {leaving ? (
        <RemoveDialog caseId={caseId} file={leaving} onClose={() => setLeaving(null)} />
      ) : null}
    </>
  );
}

interface FileCardProps {
  readonly caseId: string;
  readonly file: CaseFile;
  readonly zone: Zone;
  readonly onShow: () => void;
  readonly onRemove: () => void;
}

function FileCard({ caseId, file, zone, onShow, onRemove }: FileCardProps) {
  const t = useTranslations("files");
  const words = useTranslations("case.notes.audience");
  const saved = fileAddress(caseId, file, "original", true);
  return (
    <li className="flex min-w-0 gap-3 rounded-r2 border border-line bg-surface p-2">
      <FilePicture caseId={caseId} file={file} onShow={onShow} />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <span title={file.name} className="line-clamp-2 text-control font-medium break-words">
          {file.name}
        </span>
        <FileFacts file={file} zone={zone} />
        {file.noteId ? <p className="text-meta text-text-2">{t("fromNote")}</p> : null}
        <div className="mt-auto flex flex-wrap items-center gap-1.5">
          <AudienceLabel audience={file.audience} label={words(file.audience)} />
          <FileState file={file} />
          <span className="ml-auto flex">
            {saved ? (
              // No link of the router: it would fetch the file before anybody asks for it.
              <a
                href={saved}
                download={file.name}
                title={t("saveNamed", { name: file.name })}
                aria-label={t("saveNamed", { name: file.name })}
                className={buttonLook("quiet", "icon")}
              >
                <Download size={16} aria-hidden />
              </a>
            ) : null}
            {file.mayRemove ? (
              <IconButton
                label={t("removeNamed", { name: file.name })}
                icon={<Trash2 size={16} aria-hidden />}
                onClick={onRemove}
              />
            ) : null}
          </span>
        </div>
      </div>
    </li>
  );
}

const frame =
  "flex size-[84px] flex-none items-center justify-center overflow-hidden rounded-r1 border border-line bg-surface-2 text-text-3";

function FilePicture(props: { caseId: string; file: CaseFile; onShow: () => void }) {
  const t = useTranslations("files");
  const { file } = props;
  const small = fileAddress(props.caseId, file, "thumbnail");
  if (!small) {
    const isImage = file.mediaType?.startsWith("image/");
    const Icon = isImage ? Image : FileText;
    return (
      <span className={frame}>
        <Icon size={28} aria-hidden />
      </span>
    );
  }
  return (
    <button
      type="button"
      aria-label={t("show", { name: file.name })}
      onClick={props.onShow}
      className={`${frame} cursor-zoom-in`}
    >
      {/* biome-ignore lint/performance/noImgElement: a signed link for one reader; nothing may optimise or keep it */}
      <img src={small} alt="" loading="lazy" className="size-full object-cover" />
    </button>
  );
}

function FileFacts({ file, zone }: { file: CaseFile; zone: Zone }) {
  const t = useTranslations("files");
  const { shortDateTime, number } = useFormat(zone);
  const { amount, unit } = sizeInWords(file.size);
  const size = t("bytes", { amount: number(amount), unit });
  const by = t("by", { name: file.addedByName ?? "-", time: shortDateTime(file.addedAt) });
  return (
    <p className="text-meta text-text-2">
      {size} · {by}
    </p>
  );
}

/** What is not simply there, in a word and a sentence. */
function FileState({ file }: { file: CaseFile }): ReactNode {
  const t = useTranslations("files");
  const shield = <ShieldQuestion size={12} aria-hidden />;
  if (file.status === "held")
    return (
      <Chip tone="warn" icon={shield} title={t("heldHint")}>
        {t("held")}
      </Chip>
    );
  if (file.status === "scanning") return <Chip>{t("checking")}</Chip>;
  if (file.status === "uploading")
    return <span className="text-meta text-warn">{t("unfinished")}</span>;
  if (file.status === "refused" && file.refusal)
    return (
      <span className="flex flex-col gap-1 text-meta text-bad">
        <Chip tone="bad" icon={<ShieldAlert size={12} aria-hidden />} className="self-start">
          {t("refused")}
        </Chip>
        {t(`refusal.${file.refusal}`)}
      </span>
    );
  if (file.scan === "not-scanned")
    return (
      <Chip title={t("notScannedHint")} icon={shield}>
        {t("notScanned")}
      </Chip>
    );
  return null;
}
