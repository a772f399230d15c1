"use client";

import { Button } from "@rembuk/ui/button";
import { Dialog } from "@rembuk/ui/dialog";
import { ErrorSummary, type SummaryError } from "@rembuk/ui/error-summary";
import { Notice } from "@rembuk/ui/notice";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";

/** The window round an act: what it does, what went wrong, send and cancel. */
export function ActDialog(props: {
  title: ReactNode;
  subject: string;
  text: string;
  sendLabel: string;
  isSending: boolean;
  failure: string | null;
  errors: readonly SummaryError[];
  /** How often sending was tried: the summary takes the focus each time. */
  attempt: number;
  size?: "small" | "medium" | "large";
  onSend: () => void;
  onClose: () => void;
  children?: ReactNode;
}) {
  const t = useTranslations("referrals");
  const formId = useId();
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) props.onClose();
      }}
      size={props.size}
      title={props.title}
      description={props.subject}
      closeLabel={t("close")}
      footer={
        <>
          <Button onClick={props.onClose}>{t("cancel")}</Button>
          <Button
            type="submit"
            form={formId}
            tone="primary"
            pending={props.isSending}
            pendingLabel={t("sending")}
          >
            {props.sendLabel}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          props.onSend();
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey))
            event.currentTarget.requestSubmit();
        }}
      >
        <ErrorSummary title={t("problems")} errors={props.errors} attempt={props.attempt} />
        {props.failure ? (
          <Notice tone="bad" live title={t("failed")}>
            {props.failure}
          </Notice>
        ) : null}
        <p className="text-control text-text-2">{props.text}</p>
        {props.children}
      </form>
    </Dialog>
  );
}
