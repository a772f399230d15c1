"use client";

import { Button } from "@rembuk/ui/button";
import { Dialog } from "@rembuk/ui/dialog";
import { ErrorSummary, type SummaryError } from "@rembuk/ui/error-summary";
import { Notice } from "@rembuk/ui/notice";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useId } from "react";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";

/** Id of a control; the error summary links to it. */
export const aidControl = (field: string): string => `bantuan-${field}`;

/** A form in a window: its errors first, then its fields. */
export function AidForm(props: {
  title: string;
  act: string;
  pending: boolean;
  error: unknown;
  errors: readonly SummaryError[];
  attempt: number;
  size?: "small" | "medium";
  onSend: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const t = useTranslations("aid");
  const wording = useErrorWording();
  const formId = useId();
  const send = (event: FormEvent) => {
    event.preventDefault();
    props.onSend();
  };
  return (
    <Dialog
      open
      size={props.size}
      onOpenChange={(open) => (open ? undefined : props.onClose())}
      title={props.title}
      closeLabel={t("close")}
      footer={
        <>
          <Button onClick={props.onClose}>{t("cancel")}</Button>
          <Button type="submit" form={formId} tone="primary" pending={props.pending}>
            {props.act}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={send} className="flex flex-col gap-3">
        <ErrorSummary title={t("errors.title")} errors={props.errors} attempt={props.attempt} />
        {props.error ? (
          <Notice tone="bad" live>
            {wording(callFailure(props.error).code)}
          </Notice>
        ) : null}
        {props.children}
      </form>
    </Dialog>
  );
}
