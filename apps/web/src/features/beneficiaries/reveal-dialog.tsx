"use client";

import { Button } from "@rembuk/ui/button";
import { Dialog } from "@rembuk/ui/dialog";
import { Field } from "@rembuk/ui/field";
import { type KeyValueEntry, KeyValueList } from "@rembuk/ui/key-value";
import { Notice } from "@rembuk/ui/notice";
import { TextInput } from "@rembuk/ui/text-input";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";

const shortest = 5;

interface RevealDialogProps {
  title: string;
  pending: boolean;
  error: unknown;
  /** What was revealed; null before. */
  revealed: readonly KeyValueEntry[] | null;
  onSend: (reason: string) => void;
  onClose: () => void;
}

/** Asks for what purpose, then shows; closing the window forgets what was shown. */
export function RevealDialog(props: RevealDialogProps) {
  const { title, pending, error, revealed, onSend, onClose } = props;
  const t = useTranslations("registry.reveal");
  const wording = useErrorWording();
  const formId = useId();
  const [reason, setReason] = useState("");
  const [isMissing, setMissing] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const isShort = reason.trim().length < shortest;
    setMissing(isShort);
    if (!isShort) onSend(reason.trim());
  };
  return (
    <Dialog
      open
      size="small"
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={title}
      description={t("text")}
      closeLabel={t("close")}
      footer={
        revealed ? (
          <Button tone="primary" onClick={onClose}>
            {t("close")}
          </Button>
        ) : (
          <Button type="submit" form={formId} tone="primary" pending={pending}>
            {t("send")}
          </Button>
        )
      }
    >
      {revealed ? (
        <div aria-live="polite">
          <KeyValueList entries={revealed} />
          <p className="mt-3 text-meta text-text-2">{t("unverified")}</p>
        </div>
      ) : (
        <form id={formId} noValidate onSubmit={send} className="flex flex-col gap-3">
          {error ? (
            <Notice tone="bad" live>
              {wording(callFailure(error).code)}
            </Notice>
          ) : null}
          <Field
            label={t("reason")}
            hint={t("reasonHint")}
            error={isMissing ? t("missing") : undefined}
          >
            <TextInput
              value={reason}
              maxLength={300}
              onChange={(event) => setReason(event.target.value)}
            />
          </Field>
        </form>
      )}
    </Dialog>
  );
}
