"use client";

import { Button } from "@rembuk/ui/button";
import { Dialog } from "@rembuk/ui/dialog";
import { ErrorSummary } from "@rembuk/ui/error-summary";
import { Notice } from "@rembuk/ui/notice";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useId } from "react";
import type { useFormErrors } from "./staff-form";

interface FormDialogProps {
  title: string;
  description: ReactNode;
  size?: "small" | "medium";
  act: string;
  acting: string;
  pending: boolean;
  errors: ReturnType<typeof useFormErrors>;
  /** Called when nothing is missing. */
  onSend: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A form in a window: its errors first, then its fields; what is missing is said before it is sent. */
export function FormDialog({ errors, onSend, onClose, children, ...words }: FormDialogProps) {
  const t = useTranslations("people");
  const formId = useId();
  function send(event: FormEvent) {
    event.preventDefault();
    if (errors.tryToSend()) onSend();
  }
  return (
    <Dialog
      open
      size={words.size}
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={words.title}
      description={words.description}
      closeLabel={t("close")}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            type="submit"
            form={formId}
            tone="primary"
            pending={words.pending}
            pendingLabel={words.acting}
          >
            {words.act}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={send} className="flex flex-col gap-4">
        <ErrorSummary title={t("errors.title")} errors={errors.summary} attempt={errors.attempt} />
        {errors.formError ? (
          <Notice tone="bad" live>
            {errors.formError}
          </Notice>
        ) : null}
        {children}
      </form>
    </Dialog>
  );
}
