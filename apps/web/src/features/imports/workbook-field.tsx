"use client";

import { mostWorkbookBytes } from "@rembuk/domain/onboarding/model";
import { Button } from "@rembuk/ui/button";
import { buttonLook } from "@rembuk/ui/button-look";
import { Notice } from "@rembuk/ui/notice";
import { Download, Upload } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";

interface WorkbookFieldProps {
  templateHref: string;
  label: string;
  pending: boolean;
  pendingLabel: string;
  /** The file in base64. */
  onFile: (content: string) => void;
}

const toBase64 = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ""));
    reader.onerror = () => reject(new Error("the file cannot be read"));
    reader.readAsDataURL(file);
  });

/** The template to take along, and the filled-in workbook to bring back. */
export function WorkbookField({ templateHref, label, onFile, ...act }: WorkbookFieldProps) {
  const t = useTranslations("imports.workbook");
  const input = useRef<HTMLInputElement>(null);
  const [failure, setFailure] = useState<"tooLarge" | "notXlsx" | "unreadable" | null>(null);
  const take = async (file: File | undefined) => {
    if (!file) return;
    const found = file.size > mostWorkbookBytes ? "tooLarge" : null;
    const wrong = /\.xlsx$/i.test(file.name) ? found : "notXlsx";
    setFailure(wrong);
    if (wrong) return;
    await toBase64(file).then(onFile, () => setFailure("unreadable"));
  };
  return (
    <div className="flex flex-col gap-2.5">
      <div className="flex flex-wrap items-center gap-2">
        <a href={templateHref} download className={buttonLook("secondary")}>
          <Download size={16} aria-hidden />
          {t("template")}
        </a>
        <Button
          tone="primary"
          icon={<Upload size={16} aria-hidden />}
          pending={act.pending}
          pendingLabel={act.pendingLabel}
          onClick={() => input.current?.click()}
        >
          {label}
        </Button>
        <input
          ref={input}
          type="file"
          accept=".xlsx"
          aria-label={label}
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => {
            void take(event.target.files?.[0]);
            // The same file may be chosen again after it was mended.
            event.target.value = "";
          }}
        />
      </div>
      <p className="text-12 text-text-2">{t("limits")}</p>
      {failure ? (
        <Notice tone="bad" live>
          {t(failure)}
        </Notice>
      ) : null}
    </div>
  );
}
