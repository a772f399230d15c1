"use client";

import { IconButton } from "@rembuk/ui/icon-button";
import { FileSpreadsheet } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";

// Seldom needed: asked for when it is first opened.
const ExportDialog = dynamic(() => import("./export-dialog"), { ssr: false });

/** Takes the view that the address names along as an Excel file, with a reason. */
export function ExportView() {
  const t = useTranslations("papers.export");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <IconButton
        size="small"
        label={t("open")}
        aria-haspopup="dialog"
        icon={<FileSpreadsheet size={16} aria-hidden />}
        onClick={() => setOpen(true)}
      />
      {isOpen ? <ExportDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}
