"use client";

import { Button } from "@rembuk/ui/button";
import { Dialog } from "@rembuk/ui/dialog";
import { Notice } from "@rembuk/ui/notice";
import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { z } from "zod";
import { useFormat } from "@/components/office-zone";
import { useTRPCClient } from "@/lib/trpc";
import { useCaseWords } from "../wording/use-case-words";
import { ActionFrame } from "./action-frame";
import { type ActionFormProps, useActionForm } from "./use-action-form";

interface SentLink {
  readonly token: string;
  readonly code: string;
  readonly expiresAt: Date;
}

/** Makes the link, then shows its address and code once. */
export function SendLinkForm(props: ActionFormProps) {
  const { kase, onClose } = props;
  const t = useTranslations("caseActions.link");
  const client = useTRPCClient();
  const { holder } = useCaseWords();
  const [link, setLink] = useState<SentLink | null>(null);
  const action = useActionForm<Record<string, never>>({
    ...props,
    schema: z.record(z.string(), z.never()),
    initial: {},
    words: {},
    doneWords: () => null,
    // The window stays: address and code are shown here and nowhere else.
    onDone: () => undefined,
    run: async ({ clientActionId, caseId }) =>
      setLink(await client.cases.sendLink.mutate({ clientActionId, caseId })),
  });
  if (link) return <LinkShown link={link} kase={kase} onClose={onClose} />;
  return (
    <ActionFrame {...props} action={action} focusSend>
      <p className="text-body">{t("text", { holder: holder(kase.holder, kase.village.name) })}</p>
    </ActionFrame>
  );
}

function LinkShown({
  link,
  kase,
  onClose,
}: Pick<ActionFormProps, "kase" | "onClose"> & { link: SentLink }) {
  const t = useTranslations("caseActions");
  const { longDateTime } = useFormat(kase.calendar.zone);
  const address = `${window.location.origin}/tautan/${link.token}`;
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t("send-link.done", { number: kase.number })}
      description={t("link.expires", { date: longDateTime(link.expiresAt) })}
      closeLabel={t("close-dialog")}
      footer={
        <Button tone="primary" onClick={onClose}>
          {t("link.finish")}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <Notice tone="warn" live>
          {t("link.once")}
        </Notice>
        <Once label={t("link.address")} text={address} copyLabel={t("link.copyAddress")} />
        <Once label={t("link.code")} text={link.code} copyLabel={t("link.copyCode")} large />
      </div>
    </Dialog>
  );
}

function Once(props: { label: string; text: string; copyLabel: string; large?: boolean }) {
  const t = useTranslations("caseActions.link");
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(props.text);
      setCopied(true);
    } catch {
      // Without permission the text stays selectable.
      setCopied(false);
    }
  };
  return (
    <div>
      <p className="text-control font-semibold">{props.label}</p>
      <div className="mt-1 flex flex-wrap items-center gap-2">
        <output
          className={`min-w-0 flex-1 basis-56 rounded-r2 border border-line bg-sunken px-2.5 py-2 font-mono break-all select-all ${props.large ? "text-22 font-bold tracking-[0.08em]" : "text-13"}`}
        >
          {props.text}
        </output>
        <Button
          icon={isCopied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
          onClick={() => void copy()}
        >
          <span aria-live="polite">{isCopied ? t("copied") : props.copyLabel}</span>
        </Button>
      </div>
    </div>
  );
}
