"use client";

import { Button } from "@rembuk/ui/button";
import { Dialog } from "@rembuk/ui/dialog";
import { Field } from "@rembuk/ui/field";
import { Notice } from "@rembuk/ui/notice";
import { Textarea } from "@rembuk/ui/textarea";
import { useToast } from "@rembuk/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { useTRPCClient } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { useRefreshRegistry } from "./use-refresh-registry";

type Client = ReturnType<typeof useTRPCClient>["beneficiaries"];
const shortest = 10;

/** A choice and its words, about what somebody asks of their own data. */
export function RequestDialog(props: {
  title: string;
  act: string;
  done: string;
  /** Of the words. */
  label: string;
  hint: string;
  children: ReactNode;
  run: (registry: Client, clientActionId: string, words: string) => Promise<unknown>;
  onClose: () => void;
}) {
  const t = useTranslations("registry.requests");
  const wording = useErrorWording();
  const toast = useToast();
  const refresh = useRefreshRegistry();
  const { beneficiaries } = useTRPCClient();
  const formId = useId();
  const [words, setWords] = useState("");
  const [isMissing, setMissing] = useState(false);
  const [actionId, setActionId] = useState(() => crypto.randomUUID());
  const act = useMutation({
    mutationFn: () => props.run(beneficiaries, actionId, words.trim()),
    onSuccess: () => {
      refresh();
      toast.show({ title: props.done });
      props.onClose();
    },
    // Another content is another act.
    onError: () => setActionId(crypto.randomUUID()),
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    const isShort = words.trim().length < shortest;
    setMissing(isShort);
    if (!isShort) act.mutate();
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
          <Button type="submit" form={formId} tone="primary" pending={act.isPending}>
            {props.act}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={send} className="flex flex-col gap-3">
        {act.error ? (
          <Notice tone="bad" live>
            {wording(callFailure(act.error).code)}
          </Notice>
        ) : null}
        {props.children}
        <Field
          label={props.label}
          hint={props.hint}
          error={isMissing ? t("wordsMissing") : undefined}
        >
          <Textarea
            rows={4}
            value={words}
            maxLength={2000}
            onChange={(event) => setWords(event.target.value)}
          />
        </Field>
      </form>
    </Dialog>
  );
}
