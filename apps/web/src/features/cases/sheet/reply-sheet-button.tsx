"use client";

import { IconButton } from "@rembuk/ui/icon-button";
import { FileUp } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";

// Seldom needed: asked for when it is first opened.
const ReplySheetDialog = dynamic(() => import("./reply-sheet-dialog"), { ssr: false });

/** Brings an exported view back, filled in: looked at line by line, then carried out as a batch. */
export function ReplySheetButton() {
  const t = useTranslations("replySheet");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <IconButton
        size="small"
        label={t("open")}
        aria-haspopup="dialog"
        icon={<FileUp size={16} aria-hidden />}
        onClick={() => setOpen(true)}
      />
      {isOpen ? <ReplySheetDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}
