"use client";

import { Button } from "@rembuk/ui/button";
import { Dialog } from "@rembuk/ui/dialog";
import { Notice } from "@rembuk/ui/notice";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";

interface ConfirmDialogProps {
  title: string;
  /** What follows, in sentences. */
  children: ReactNode;
  act: string;
  acting: string;
  danger?: boolean;
  pending: boolean;
  error: unknown;
  onConfirm: () => void;
  onClose: () => void;
}

/** Says what will follow before it does; a refusal stays in the same window. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const t = useTranslations("shell");
  const wording = useErrorWording();
  return (
    <Dialog
      open
      size="small"
      onOpenChange={(open) => (open ? undefined : props.onClose())}
      title={props.title}
      closeLabel={t("close")}
      footer={
        <>
          <Button onClick={props.onClose}>{t("cancel")}</Button>
          <Button
            tone={props.danger ? "danger" : "primary"}
            pending={props.pending}
            pendingLabel={props.acting}
            onClick={props.onConfirm}
          >
            {props.act}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3 break-words">
        {props.children}
        {props.error ? (
          <Notice tone="bad" live>
            {wording(callFailure(props.error).code)}
          </Notice>
        ) : null}
      </div>
    </Dialog>
  );
}
