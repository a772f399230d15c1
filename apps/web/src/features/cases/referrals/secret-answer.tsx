"use client";

import { Button } from "@rembuk/ui/button";
import { Dialog } from "@rembuk/ui/dialog";
import { Field } from "@rembuk/ui/field";
import { Notice } from "@rembuk/ui/notice";
import { Textarea } from "@rembuk/ui/textarea";
import type { inferOutput } from "@trpc/tanstack-react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type useTRPC, useTRPCClient } from "@/lib/trpc";
import { useReferralAct } from "./use-referral-act";

export type InboxItem = inferOutput<ReturnType<typeof useTRPC>["referrals"]["mine"]>[number];

/**
 * A referral of a secret case is answered where it is listed: the case opens to the person who takes
 * it on, and only then.
 */
export function SecretAnswer({ item, onClose }: { item: InboxItem; onClose: () => void }) {
  const t = useTranslations("referrals");
  const { referrals } = useTRPCClient();
  const [words, setWords] = useState("");
  const [isMissing, setMissing] = useState(false);
  const base = { caseId: item.caseId, referralId: item.id, version: item.version };
  const isOffer = item.kind === "transfer";
  const accept = useReferralAct<null>({
    run: (clientActionId) =>
      isOffer
        ? referrals.acceptTransfer.mutate({ clientActionId, ...base })
        : referrals.accept.mutate({ clientActionId, ...base }),
    done: () => t(isOffer ? "acts.acceptTransfer.done" : "acts.accept.done"),
    onDone: onClose,
  });
  const decline = useReferralAct<string>({
    run: (clientActionId, reason) =>
      isOffer
        ? referrals.rejectTransfer.mutate({ clientActionId, ...base, words: reason })
        : referrals.decline.mutate({ clientActionId, ...base, words: reason }),
    done: () => t(isOffer ? "acts.rejectTransfer.done" : "acts.decline.done"),
    onDone: onClose,
  });
  const refuse = () => {
    if (words.trim() === "") setMissing(true);
    else decline.send(words);
  };
  const failure = accept.failure ?? decline.failure;
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t("inbox.secret", { number: item.number })}
      description={item.asked}
      closeLabel={t("close")}
      footer={
        <>
          <Button pending={decline.isSending} onClick={refuse}>
            {t("acts.decline.send")}
          </Button>
          <Button tone="primary" pending={accept.isSending} onClick={() => accept.send(null)}>
            {t("acts.accept.send")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {failure ? (
          <Notice tone="bad" live title={t("failed")}>
            {failure}
          </Notice>
        ) : null}
        <p className="text-control text-text-2">{t("acts.accept.text")}</p>
        <Field
          label={t("acts.decline.words")}
          error={isMissing ? t("acts.decline.missing") : undefined}
          optional={t("optional")}
        >
          <Textarea
            rows={3}
            maxLength={2000}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </Field>
      </div>
    </Dialog>
  );
}
