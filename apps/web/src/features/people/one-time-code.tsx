"use client";

import { Button } from "@rembuk/ui/button";
import { Notice } from "@rembuk/ui/notice";
import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

interface OneTimeCodeProps {
  /** Null: an answer that was given before; its code is gone. */
  code: string | null;
  username: string;
  name: string;
}

/** The code to sign in with, shown once, and what to tell the person. */
export function OneTimeCode({ code, username, name }: OneTimeCodeProps) {
  const t = useTranslations("people.code");
  if (code === null)
    return (
      <Notice tone="warn" title={t("goneTitle")}>
        {t("gone")}
      </Notice>
    );
  const message = t("message", {
    name,
    username,
    code,
    address: `${window.location.origin}/masuk/kode`,
  });
  return (
    <div className="flex flex-col gap-3">
      <Notice tone="warn" title={t("once")}>
        {t("onceText")}
      </Notice>
      <div className="flex flex-wrap items-center gap-3 rounded-r2 border border-line bg-sunken px-4 py-3">
        <output aria-label={t("label")} className="font-mono text-28 font-bold tracking-[0.04em]">
          {code}
        </output>
        <CopyButton text={code} label={t("copy")} />
      </div>
      <section aria-label={t("tell")}>
        <h3 className="mb-1 text-13 font-bold">{t("tell")}</h3>
        <p className="rounded-r2 border border-line px-3 py-2 break-words whitespace-pre-line">
          {message}
        </p>
        <div className="mt-2">
          <CopyButton text={message} label={t("copyMessage")} />
        </div>
      </section>
    </div>
  );
}

function CopyButton({ text, label }: { text: string; label: string }) {
  const t = useTranslations("people.code");
  const [state, setState] = useState<"idle" | "done" | "failed">("idle");
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setState("done"),
      () => setState("failed"),
    );
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Button
        size="small"
        icon={state === "done" ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
        onClick={() => void copy()}
      >
        {label}
      </Button>
      <span role="status" className="text-12 text-text-2">
        {state === "idle" ? "" : t(state === "done" ? "copied" : state)}
      </span>
    </span>
  );
}
