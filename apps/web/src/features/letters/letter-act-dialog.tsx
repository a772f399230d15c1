"use client";

import { Button } from "@rembuk/ui/button";
import { Dialog } from "@rembuk/ui/dialog";
import { Field } from "@rembuk/ui/field";
import { Notice } from "@rembuk/ui/notice";
import { Select } from "@rembuk/ui/select";
import { TextInput } from "@rembuk/ui/text-input";
import { useToast } from "@rembuk/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPCClient } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { useFiles } from "../files/use-files";
import { useToday } from "../people/use-appointment";
import { LetterPreview } from "./letter-preview";
import type { CaseLetter } from "./letters-data";
import { useRefreshLetters } from "./use-letters";

export type ActName = "issue" | "attach-scan" | "void";
export interface OpenAct {
  readonly name: ActName;
  readonly letter: CaseLetter;
}

interface ActProps {
  caseId: string;
  act: OpenAct;
  onClose: () => void;
}

const SHORTEST_REASON = 5;

/** Sends the act; its id stays the same until it is done. @param typed a reason, or a file's id */
function useAct({ caseId, act, onClose }: ActProps) {
  const t = useTranslations("letters.acts");
  const client = useTRPCClient();
  const toast = useToast();
  const refresh = useRefreshLetters(caseId);
  const [clientActionId] = useState(() => crypto.randomUUID());
  const { name, letter } = act;
  const base = { clientActionId, caseId, letterId: letter.id, version: letter.version };
  return useMutation({
    mutationFn: ({ typed, signedOn }: { typed: string; signedOn: string }) => {
      if (name === "issue") return client.letters.issue.mutate(base);
      if (name === "void") return client.letters.void.mutate({ ...base, reason: typed });
      return client.letters.attachScan.mutate({ ...base, fileId: typed, signedOn });
    },
    onSuccess: async ({ number }) => {
      toast.show({ title: t(`${name}.done`, { number: number ?? "" }) });
      onClose();
      await refresh();
    },
  });
}

/** Asks once more before a number is taken, a scan is named or a letter is made void. */
export function LetterActDialog(props: ActProps) {
  const t = useTranslations("letters.acts");
  const letters = useTranslations("letters");
  const wording = useErrorWording();
  const { name, letter } = props.act;
  const send = useAct(props);
  const today = useToday();
  const [typed, setTyped] = useState("");
  const [signedOn, setSignedOn] = useState(today);
  const [isMissing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isShort = name === "void" ? typed.trim().length < SHORTEST_REASON : typed === "";
    const missing = name !== "issue" && isShort;
    setMissing(missing);
    if (!missing && !send.isPending) send.mutate({ typed: typed.trim(), signedOn });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) props.onClose();
      }}
      size={name === "issue" ? "large" : "small"}
      title={t(`${name}.title`)}
      description={t(`${name}.text`)}
      closeLabel={letters("close")}
      footer={
        <Button
          type="submit"
          form="letter-act"
          tone={name === "void" ? "danger" : "primary"}
          pending={send.isPending}
          pendingLabel={letters("sending")}
        >
          {t(`${name}.send`)}
        </Button>
      }
    >
      <form id="letter-act" noValidate onSubmit={submit} className="flex flex-col gap-3">
        {send.error ? (
          <Notice tone="bad" live>
            {wording(callFailure(send.error).code)}
          </Notice>
        ) : null}
        {name === "issue" ? <LetterPreview kind={letter.kind} content={letter.content} /> : null}
        {name === "void" ? (
          <Field label={t("void.reason")} error={isMissing ? t("void.missing") : undefined}>
            <TextInput
              value={typed}
              maxLength={500}
              onChange={(event) => setTyped(event.target.value)}
            />
          </Field>
        ) : null}
        {name === "attach-scan" ? (
          <ScanField
            letter={letter}
            value={typed}
            onChange={setTyped}
            error={isMissing ? t("attach-scan.missing") : undefined}
          />
        ) : null}
        {name === "attach-scan" ? (
          <Field label={t("attach-scan.signedOn")} hint={t("attach-scan.signedOnHint")}>
            <TextInput
              type="date"
              value={signedOn}
              max={today}
              onChange={(event) => setSignedOn(event.target.value)}
            />
          </Field>
        ) : null}
      </form>
    </Dialog>
  );
}

interface ScanFieldProps {
  letter: CaseLetter;
  value: string;
  onChange: (fileId: string) => void;
  error: string | undefined;
}

/** The scan is added with the case's files, where a cut line resumes; here it is named. */
function ScanField({ letter, value, onChange, error }: ScanFieldProps) {
  const t = useTranslations("letters.acts.attach-scan");
  const files = useFiles(letter.caseId);
  const options = (files.data?.files ?? [])
    .filter((file) => file.id !== letter.id && (file.status === "ready" || file.status === "held"))
    .map((file) => ({ value: file.id, label: file.name }))
    .reverse();
  if (options.length === 0) return <Notice tone="info">{t("none")}</Notice>;
  return (
    <Field label={t("file")} hint={t("hint")} error={error}>
      <Select
        value={value}
        placeholder={t("choose")}
        options={options}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
