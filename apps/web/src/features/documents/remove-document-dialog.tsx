"use client";

import { Field } from "@rembuk/ui/field";
import { TextInput } from "@rembuk/ui/text-input";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { ActDialog } from "@/features/cases/referrals/act-dialog";
import { useAct } from "@/lib/use-act";
import type { DocumentItem } from "./documents-data";

const SHORTEST = 3;

/** Asks why a document is taken off. */
export function RemoveDocumentDialog({
  item: { id: documentId, file, kind },
  onClose,
}: {
  item: DocumentItem;
  onClose: () => void;
}) {
  const t = useTranslations("documents");
  const words = useTranslations("files.removal");
  const fieldId = useId();
  const [reason, setReason] = useState("");
  const [attempt, setAttempt] = useState(0);
  const name = file?.name ?? t(`kinds.${kind}`);
  const isShort = reason.trim().length < SHORTEST;
  const error = attempt > 0 && isShort ? words("missing") : undefined;
  const act = useAct({
    shafts: ["documents"],
    run: (client, clientActionId) =>
      client.documents.remove.mutate({ clientActionId, documentId, reason }),
    done: words("done", { name }),
    onDone: onClose,
  });
  return (
    <ActDialog
      title={words("title")}
      subject={name}
      text={t("removeText")}
      sendLabel={words("send")}
      size="small"
      isSending={act.isSending}
      failure={act.failure}
      errors={error ? [{ fieldId, message: error }] : []}
      attempt={attempt}
      onSend={() => {
        setAttempt((before) => before + 1);
        if (!isShort) act.send();
      }}
      onClose={onClose}
    >
      <Field id={fieldId} label={words("reason")} error={error}>
        <TextInput
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
    </ActDialog>
  );
}
