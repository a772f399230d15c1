"use client";

import { Button } from "@rembuk/ui/button";
import { Dialog } from "@rembuk/ui/dialog";
import { SkeletonRows } from "@rembuk/ui/list-states";
import { Notice } from "@rembuk/ui/notice";
import { FileUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { SheetPreview } from "./sheet-preview";
import { useReplySheet } from "./use-reply-sheet";

/** The file is chosen, looked at line by line, and then carried out as a batch. */
export default function ReplySheetDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("replySheet");
  const wording = useErrorWording();
  const reply = useReplySheet(onClose);
  const input = useRef<HTMLInputElement>(null);
  const { name, going, isReading, error } = reply;
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      size="large"
      title={t("title")}
      description={t("about")}
      closeLabel={t("close")}
      footer={
        <>
          <p className="mr-auto self-center text-meta text-text-2">{t("window")}</p>
          <Button onClick={onClose}>{t("cancel")}</Button>
          {going > 0 ? (
            <Button
              tone="primary"
              onClick={reply.send}
              pending={reply.isSending}
              pendingLabel={t("sending")}
            >
              {t("send", { count: going })}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <div className="flex flex-wrap items-center gap-3">
          <Button
            onClick={() => input.current?.click()}
            icon={<FileUp size={16} aria-hidden />}
            pending={isReading}
            pendingLabel={t("reading")}
          >
            {t(name ? "chooseOther" : "choose")}
          </Button>
          <input
            ref={input}
            type="file"
            hidden
            accept=".xlsx"
            aria-label={t("file")}
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              if (file) reply.choose(file);
              event.target.value = "";
            }}
          />
          {name ? <span className="min-w-0 truncate text-control">{name}</span> : null}
        </div>
        {error ? (
          <Notice tone="bad" live title={t("failed")}>
            {wording(callFailure(error).code)}
          </Notice>
        ) : null}
        {isReading ? (
          <SkeletonRows rows={3} label={t("reading")} slow={t("reading")} />
        ) : (
          <SheetPreview reply={reply} />
        )}
      </div>
    </Dialog>
  );
}
