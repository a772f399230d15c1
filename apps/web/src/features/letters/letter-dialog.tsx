"use client";

import { letterContentInput } from "@rembuk/domain/letters/commands";
import type { LetterContent, LetterKind, Signer } from "@rembuk/domain/letters/model";
import { Button } from "@rembuk/ui/button";
import { Dialog } from "@rembuk/ui/dialog";
import { Notice } from "@rembuk/ui/notice";
import { useToast } from "@rembuk/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPCClient } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { LetterFields } from "./letter-fields";
import type { CaseLetter } from "./letters-data";
import { useRefreshLetters } from "./use-letters";

interface LetterDialogProps {
  caseId: string;
  kind: LetterKind;
  /** Null: a new one. */
  letter: CaseLetter | null;
  /** Of a new referral letter: the referral that it goes with. */
  referralId?: string;
  initial: LetterContent;
  signers: readonly Signer[];
  onClose: () => void;
}

function useSave({ caseId, kind, letter, referralId, onClose }: LetterDialogProps) {
  const t = useTranslations("letters");
  const client = useTRPCClient();
  const toast = useToast();
  const refresh = useRefreshLetters(caseId);
  return useMutation({
    mutationFn: (content: LetterContent) =>
      client.letters.save.mutate({
        // Other words are another act: after a refusal they are corrected and sent anew.
        clientActionId: crypto.randomUUID(),
        caseId,
        kind,
        content: { ...content, copies: [...content.copies] },
        referralId: referralId ?? null,
        letterId: letter?.id ?? null,
        version: letter?.version ?? null,
      }),
    onSuccess: async () => {
      toast.show({ title: t("saved") });
      onClose();
      await refresh();
    },
  });
}

/** Writes a draft: prefilled from the case, every line may be changed. */
export function LetterDialog(props: LetterDialogProps) {
  const t = useTranslations("letters");
  const wording = useErrorWording();
  const save = useSave(props);
  const [content, setContent] = useState(props.initial);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const copies = content.copies.map((line) => line.trim()).filter(Boolean);
    const parsed = letterContentInput.safeParse({ ...content, copies });
    setMissing(parsed.success ? [] : parsed.error.issues.map((issue) => issue.path.join(".")));
    if (parsed.success && !save.isPending) save.mutate(parsed.data);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) props.onClose();
      }}
      size="large"
      title={t(`write.${props.kind}`)}
      description={t(`about.${props.kind}`)}
      closeLabel={t("close")}
      footer={
        <Button
          type="submit"
          form="letter"
          tone="primary"
          pending={save.isPending}
          pendingLabel={t("sending")}
        >
          {t("save")}
        </Button>
      }
    >
      <form id="letter" noValidate onSubmit={submit} className="flex flex-col gap-3.5">
        {save.error ? (
          <Notice tone="bad" live>
            {wording(callFailure(save.error).code)}
          </Notice>
        ) : null}
        <LetterFields
          kind={props.kind}
          content={content}
          signers={props.signers}
          missing={missing}
          onChange={(change) => setContent({ ...content, ...change })}
        />
      </form>
    </Dialog>
  );
}
