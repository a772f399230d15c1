"use client";

import { buttonLook } from "@rembuk/ui/button-look";
import { Chip } from "@rembuk/ui/chip";
import { IconButton } from "@rembuk/ui/icon-button";
import { Download, FileText, ShieldQuestion, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "@/components/office-zone";
import { dayOf } from "@/lib/format";
import { sizeInWords } from "../files/files-data";
import { type DocumentItem, savedFrom } from "./documents-data";
import { RemoveDocumentDialog } from "./remove-document-dialog";

/** Documents line by line: what each is, until when it holds, and the file itself to who may open it. */
export function DocumentList({
  items,
  label,
  isEvidence = false,
}: {
  items: readonly DocumentItem[];
  label: string;
  /** Of a commitment: nothing but the file. */
  isEvidence?: boolean;
}) {
  const [leaving, setLeaving] = useState<DocumentItem | null>(null);
  if (items.length === 0) return null;
  return (
    <>
      <ul aria-label={label} className="flex w-full flex-col divide-y divide-line">
        {items.map((item) => (
          <DocumentLine
            key={item.id}
            item={item}
            isEvidence={isEvidence}
            onRemove={() => setLeaving(item)}
          />
        ))}
      </ul>
      {leaving ? <RemoveDocumentDialog item={leaving} onClose={() => setLeaving(null)} /> : null}
    </>
  );
}

function DocumentLine({
  item,
  isEvidence,
  onRemove,
}: {
  item: DocumentItem;
  isEvidence: boolean;
  onRemove: () => void;
}) {
  const t = useTranslations("documents");
  const files = useTranslations("files");
  const { file, kind } = item;
  const saved = savedFrom(item);
  const title = file?.name ?? t(`kinds.${kind}`);
  return (
    <li className="flex min-w-0 items-start gap-2.5 py-2">
      <FileText size={18} aria-hidden className="mt-0.5 flex-none text-text-3" />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <span className="text-14 font-medium break-words">{title}</span>
        {file ? <FileFacts item={item} kind={isEvidence ? null : t(`kinds.${kind}`)} /> : null}
        {isEvidence ? null : <ValidityChip item={item} />}
        {file && !file.isScanned ? (
          <Chip
            title={files("notScannedHint")}
            icon={<ShieldQuestion size={12} aria-hidden />}
            className="self-start"
          >
            {files("notScanned")}
          </Chip>
        ) : null}
      </div>
      <span className="flex flex-none">
        {saved ? (
          // No link of the router: it would fetch the file before anybody asks for it.
          <a
            href={saved}
            download={title}
            title={files("saveNamed", { name: title })}
            aria-label={files("saveNamed", { name: title })}
            className={buttonLook("quiet", "icon")}
          >
            <Download size={16} aria-hidden />
          </a>
        ) : null}
        {item.mayRemove ? (
          <IconButton
            label={files("removeNamed", { name: title })}
            icon={<Trash2 size={16} aria-hidden />}
            onClick={onRemove}
          />
        ) : null}
      </span>
    </li>
  );
}

function FileFacts({ item: { file }, kind }: { item: DocumentItem; kind: string | null }) {
  const t = useTranslations("files");
  const { shortDateTime, number } = useFormat();
  if (!file) return null;
  const { amount, unit } = sizeInWords(file.size);
  const by = t("by", { name: file.addedByName ?? "-", time: shortDateTime(file.addedAt) });
  return (
    <p className="text-13 text-text-2">
      {kind ? `${kind} · ` : null}
      {t("bytes", { amount: number(amount), unit })} · {by}
    </p>
  );
}

const tones = { endless: "plain", valid: "plain", ending: "warn", expired: "bad" } as const;

function ValidityChip({ item: { validity, validUntil } }: { item: DocumentItem }) {
  const t = useTranslations("documents");
  const { shortDate } = useFormat();
  const day = validUntil === null ? "" : shortDate(dayOf(validUntil));
  return (
    <Chip tone={tones[validity]} className="self-start">
      {t(`validity.${validity}`, { day })}
    </Chip>
  );
}
