"use client";

import { signLetterCommand } from "@rembuk/domain/letters/commands";
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
import type { CaseLetter } from "./letters-data";
import { useRefreshLetters } from "./use-letters";

interface SignDialogProps {
  letter: CaseLetter;
  onClose: () => void;
}

const secret = signLetterCommand.pick({ identityNumber: true, passphrase: true });
type Secret = { identityNumber: string; passphrase: string };

function useSign({ letter, onClose }: SignDialogProps) {
  const t = useTranslations("letters.sign");
  const client = useTRPCClient();
  const toast = useToast();
  const refresh = useRefreshLetters(letter.caseId);
  const [clientActionId] = useState(() => crypto.randomUUID());
  return useMutation({
    // What was typed is forgotten with the answer.
    gcTime: 0,
    mutationFn: (typed: Secret) =>
      client.letters.sign.mutate({
        clientActionId,
        ...{ caseId: letter.caseId, letterId: letter.id, version: letter.version },
        ...typed,
      }),
    onSuccess: async () => {
      toast.show({ title: t("done", { number: letter.number ?? "" }) });
      onClose();
      await refresh();
    },
  });
}

/** Electronic signature in one's own name: NIK and passphrase go to the signing service and are not kept. */
export function SignDialog(props: SignDialogProps) {
  const t = useTranslations("letters.sign");
  const letters = useTranslations("letters");
  const wording = useErrorWording();
  const sign = useSign(props);
  const [identityNumber, setNumber] = useState("");
  const [passphrase, setPassphrase] = useState("");
  const [missing, setMissing] = useState<readonly PropertyKey[]>([]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const parsed = secret.safeParse({ identityNumber, passphrase });
    setMissing(parsed.error?.issues.flatMap((issue) => issue.path) ?? []);
    if (!parsed.success || sign.isPending) return;
    sign.mutate(parsed.data);
    setPassphrase("");
  };
  const errorOf = (name: keyof Secret) =>
    missing.includes(name) ? t(`missing.${name}`) : undefined;
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) props.onClose();
      }}
      size="small"
      title={t("title")}
      description={t("text", { number: props.letter.number ?? "" })}
      closeLabel={letters("close")}
      footer={
        <Button
          type="submit"
          form="letter-sign"
          tone="primary"
          pending={sign.isPending}
          pendingLabel={t("sending")}
        >
          {t("send")}
        </Button>
      }
    >
      <form
        id="letter-sign"
        noValidate
        autoComplete="off"
        onSubmit={submit}
        className="flex flex-col gap-3.5"
      >
        {sign.error ? (
          <Notice tone="bad" live>
            {wording(callFailure(sign.error).code)}
          </Notice>
        ) : null}
        <Field label={t("identityNumber")} error={errorOf("identityNumber")}>
          <TextInput
            inputMode="numeric"
            autoComplete="off"
            maxLength={16}
            value={identityNumber}
            onChange={(event) => setNumber(event.target.value)}
          />
        </Field>
        <Field label={t("passphrase")} hint={t("passphraseHint")} error={errorOf("passphrase")}>
          <TextInput
            type="password"
            autoComplete="off"
            maxLength={200}
            value={passphrase}
            onChange={(event) => setPassphrase(event.target.value)}
          />
        </Field>
      </form>
    </Dialog>
  );
}
