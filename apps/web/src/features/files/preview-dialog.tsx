"use client";

import { buttonLook } from "@rembuk/ui/button-look";
import { Dialog } from "@rembuk/ui/dialog";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { type CaseFile, fileAddress } from "./files-data";

/** A picture as large as the screen allows, and a way to save the file itself. */
export function PreviewDialog(props: { caseId: string; file: CaseFile; onClose: () => void }) {
  const t = useTranslations("files");
  const { caseId, file } = props;
  const picture = fileAddress(caseId, file, "preview");
  const saved = fileAddress(caseId, file, "original", true);
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) props.onClose();
      }}
      size="large"
      title={file.name}
      closeLabel={t("close")}
      footer={
        saved ? (
          <a href={saved} download={file.name} className={buttonLook("secondary", "medium")}>
            <Download size={16} aria-hidden />
            {t("save")}
          </a>
        ) : undefined
      }
    >
      {picture ? (
        // biome-ignore lint/performance/noImgElement: a signed link for one reader; nothing may optimise or keep it
        <img
          src={picture}
          alt={file.name}
          width={file.width ?? undefined}
          height={file.height ?? undefined}
          className="mx-auto h-auto max-h-[64dvh] w-auto max-w-full"
        />
      ) : null}
    </Dialog>
  );
}
