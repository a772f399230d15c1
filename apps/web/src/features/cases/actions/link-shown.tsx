"use client";

import { Button } from "@rembuk/ui/button";
import { Dialog } from "@rembuk/ui/dialog";
import { Notice } from "@rembuk/ui/notice";
import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "@/components/office-zone";
import type { CaseDetail } from "../case-data";

/** Of a signed link: what its party needs, told once. */
export interface SentLink {
  readonly token: string;
  readonly code: string;
  readonly expiresAt: Date;
}

/** The address and the code of a link, shown here and nowhere else. */
export function LinkShown(props: {
  kase: CaseDetail;
  title: string;
  link: SentLink;
  onClose: () => void;
}) {
  const { kase, link, onClose } = props;
  const t = useTranslations("caseActions");
  const { longDateTime } = useFormat(kase.calendar.zone);
  const address = `${window.location.origin}/tautan/${link.token}`;
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={props.title}
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
