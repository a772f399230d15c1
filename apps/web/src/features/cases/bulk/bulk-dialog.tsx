"use client";

import type { BulkAct } from "@rembuk/domain/cases/bulk-commands";
import { Button } from "@rembuk/ui/button";
import { Dialog } from "@rembuk/ui/dialog";
import { Notice } from "@rembuk/ui/notice";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, type KeyboardEvent, useRef, useState } from "react";
import { useTRPCClient } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import type { CaseListItem } from "../case-data";
import { BulkFields } from "./bulk-fields";
import { BulkPreview, useBulkPreview } from "./bulk-preview";
import { useBulks } from "./bulk-windows";
import { useBulkForm } from "./use-bulk-form";

interface BulkDialogProps {
  act: BulkAct;
  rows: readonly CaseListItem[];
  onClose: () => void;
  /** It was accepted; what was checked is not any more. */
  onHeld: () => void;
}

/** Sends the batch; its ids are made once, so that a retry after a lost answer holds it once. */
function useSubmit({ act, rows, onHeld }: BulkDialogProps) {
  const client = useTRPCClient();
  const { hold } = useBulks();
  const [ids] = useState(() => ({
    batch: crypto.randomUUID(),
    cases: new Map(rows.map((row) => [row.id, crypto.randomUUID()])),
  }));
  return useMutation({
    mutationFn: (input: Parameters<typeof client.cases.submitBulk.mutate>[0]["act"]) =>
      client.cases.submitBulk.mutate({
        clientActionId: ids.batch,
        act: input,
        cases: rows.map(({ id, version }) => ({
          clientActionId: ids.cases.get(id) ?? crypto.randomUUID(),
          caseId: id,
          version,
        })),
      }),
    onSuccess: (held) => {
      hold(act, held);
      onHeld();
    },
  });
}

/** An act on everything that is checked: what it asks for, what becomes of each, then ten seconds to undo. */
export function BulkDialog(props: BulkDialogProps) {
  const { act, rows, onClose } = props;
  const t = useTranslations("bulk");
  const wording = useErrorWording();
  const form = useBulkForm(act);
  const preview = useBulkPreview(form.previewed, rows);
  const submit = useSubmit(props);
  const send = useRef<HTMLButtonElement>(null);
  const going = preview.data?.filter((one) => one.becomes !== null).length ?? rows.length;
  const isNothing = preview.data !== undefined && going === 0;

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    form.tried();
    if (form.input && !isNothing && !submit.isPending) submit.mutate(form.input);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    const target = event.currentTarget;
    if (target instanceof HTMLFormElement) target.requestSubmit();
    else if (target instanceof HTMLButtonElement) target.form?.requestSubmit();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      size="large"
      initialFocus={act === "triage" ? send : undefined}
      title={t(`title.${act}`, { count: rows.length })}
      description={t(`consequence.${act}`)}
      closeLabel={t("close")}
      footer={
        <>
          <p className="mr-auto self-center text-meta text-text-2">{t("window")}</p>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            ref={send}
            type="submit"
            form="bulk"
            tone="primary"
            onKeyDown={onKeyDown}
            pending={submit.isPending}
            pendingLabel={t("sending")}
          >
            {t(`send.${act}`, { count: going })}
          </Button>
        </>
      }
    >
      <form
        id="bulk"
        noValidate
        onSubmit={onSubmit}
        onKeyDown={onKeyDown}
        className="flex flex-col gap-4"
      >
        {submit.error ? (
          <Notice tone="bad" live title={t("failed")}>
            {wording(callFailure(submit.error).code)}
          </Notice>
        ) : null}
        {isNothing ? <Notice tone="info">{t("nothing")}</Notice> : null}
        <BulkFields act={act} rows={rows} form={form} />
        <BulkPreview preview={preview} rows={rows} isEmpty={form.previewed === null} />
      </form>
    </Dialog>
  );
}
