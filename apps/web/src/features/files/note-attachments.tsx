"use client";

import { IconButton } from "@rembuk/ui/icon-button";
import { Paperclip, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { FileChooser } from "./file-chooser";

interface AttachProps {
  onAdd: (files: readonly File[]) => void;
}

/** Chooses files for a note; they leave when the note is saved. */
export function AttachButton({ onAdd }: AttachProps) {
  const t = useTranslations("case.notes");
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton
        size="small"
        icon={<Paperclip size={16} aria-hidden />}
        label={t("attach")}
        onClick={() => chooser.current?.click()}
      />
      <FileChooser inputRef={chooser} label={t("attach")} onFiles={onAdd} />
    </>
  );
}

interface ChosenProps {
  files: readonly File[];
  onRemove: (file: File) => void;
}

/** What will go along with the note, each with a way to leave it out. */
export function ChosenFiles({ files, onRemove }: ChosenProps) {
  const t = useTranslations("case.notes");
  if (files.length === 0) return null;
  return (
    <ul aria-label={t("attached")} className="flex flex-wrap gap-1.5 px-2 pb-2">
      {files.map((file) => (
        <li
          key={`${file.name} ${file.size} ${file.lastModified}`}
          className="flex min-h-7 max-w-full items-center gap-1 rounded-r2 border border-line bg-surface-2 pl-2 text-meta"
        >
          <span className="min-w-0 truncate">{file.name}</span>
          <button
            type="button"
            aria-label={t("detach", { name: file.name })}
            onClick={() => onRemove(file)}
            className="flex size-7 flex-none items-center justify-center rounded-r2 text-text-2 hover:bg-hover hover:text-text"
          >
            <X size={14} aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
}
