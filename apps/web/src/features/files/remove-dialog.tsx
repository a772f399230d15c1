"use client";

import { Button } from "@rembuk/ui/button";
import { Dialog } from "@rembuk/ui/dialog";
import { Field } from "@rembuk/ui/field";
import { Notice } from "@rembuk/ui/notice";
import { TextInput } from "@rembuk/ui/text-input";
import { useToast } from "@rembuk/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPCClient } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import type { CaseFile } from "./files-data";
import { useRefreshFiles } from "./use-files";

const SHORTEST = 3;

/** Sends the removal, and offers to take it back. Its id stays the same until it is done. */
function useRemove(caseId: string, file: CaseFile, onDone: () => void) {
  const t = useTranslations("files.removal");
  const client = useTRPCClient();
  const toast = useToast();
  const refresh = useRefreshFiles(caseId);
  const [clientActionId] = useState(() => crypto.randomUUID());
  const { id: fileId, name } = file;
  const restore = async () => {
    const undoId = crypto.randomUUID();
    await client.files.restore.mutate({ clientActionId: undoId, caseId, fileId });
    toast.show({ title: t("undone", { name }) });
    await refresh();
  };
  return useMutation({
    mutationFn: (reason: string) =>
      client.files.remove.mutate({ clientActionId, caseId, fileId, reason }),
    onSuccess: async () => {
      const undo = { label: t("undo"), onAction: () => void restore() };
      toast.show({
        title: t("done", { name }),
        ...(file.status === "ready" ? { action: undo } : {}),
      });
      onDone();
      await refresh();
    },
  });
}

/** Asks why; what never came through needs no reason. */
export function RemoveDialog(props: { caseId: string; file: CaseFile; onClose: () => void }) {
  const t = useTranslations("files.removal");
  const files = useTranslations("files");
  const wording = useErrorWording();
  const { file } = props;
  const remove = useRemove(props.caseId, file, props.onClose);
  const [reason, setReason] = useState(file.status === "ready" ? "" : files("refused"));
  const [isMissing, setMissing] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const isShort = reason.trim().length < SHORTEST;
    setMissing(isShort);
    if (!isShort && !remove.isPending) remove.mutate(reason.trim());
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) props.onClose();
      }}
      size="small"
      title={t("title")}
      description={t("text", { name: file.name })}
      closeLabel={files("close")}
      footer={
        <Button
          type="submit"
          form="remove-file"
          tone="danger"
          pending={remove.isPending}
          pendingLabel={t("sending")}
        >
          {t("send")}
        </Button>
      }
    >
      <form id="remove-file" noValidate onSubmit={send} className="flex flex-col gap-3">
        {remove.error ? (
          <Notice tone="bad" live>
            {wording(callFailure(remove.error).code)}
          </Notice>
        ) : null}
        <Field label={t("reason")} error={isMissing ? t("missing") : undefined}>
          <TextInput
            value={reason}
            maxLength={500}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
      </form>
    </Dialog>
  );
}
