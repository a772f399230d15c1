"use client";

import { Button } from "@rembuk/ui/button";
import { Dialog } from "@rembuk/ui/dialog";
import { Field } from "@rembuk/ui/field";
import { Notice } from "@rembuk/ui/notice";
import { Textarea } from "@rembuk/ui/textarea";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";

const shortest = 5;

/** An act that needs its reason in words, and maybe a choice before it. */
export function ReasonDialog(props: {
  title: string;
  act: string;
  pending: boolean;
  error: unknown;
  children?: ReactNode;
  onSend: (reason: string) => void;
  onClose: () => void;
}) {
  const t = useTranslations("registry.reason");
  const wording = useErrorWording();
  const formId = useId();
  const [reason, setReason] = useState("");
  const [isMissing, setMissing] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const isShort = reason.trim().length < shortest;
    setMissing(isShort);
    if (!isShort) props.onSend(reason.trim());
  };
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
          <Button type="submit" form={formId} tone="primary" pending={props.pending}>
            {props.act}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={send} className="flex flex-col gap-3">
        {props.error ? (
          <Notice tone="bad" live>
            {wording(callFailure(props.error).code)}
          </Notice>
        ) : null}
        {props.children}
        <Field label={t("label")} hint={t("hint")} error={isMissing ? t("missing") : undefined}>
          <Textarea
            value={reason}
            maxLength={300}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
      </form>
    </Dialog>
  );
}
