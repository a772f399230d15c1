"use client";

import { Button } from "@rembuk/ui/button";
import { LockOpen } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { isPin, PinField } from "./pin-fields";
import type { Opened, Opening } from "./vault";

interface PinGateProps<Content> {
  title: string;
  /** What lies under the PIN, and what happens after ten wrong ones. */
  text: string;
  open: (pin: string) => Promise<Opening<Content>>;
  onOpen: (opened: Opened<Content>) => void;
}

/** What this phone brought along is under its PIN. */
export function PinGate<Content>({ title, text, open, onOpen }: PinGateProps<Content>) {
  const t = useTranslations("pin");
  const [pin, setPin] = useState("");
  const [error, setError] = useState<"wrong" | "form" | null>(null);
  const [isOpening, setOpening] = useState(false);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (isOpening) return;
    if (!isPin(pin)) return setError("form");
    setOpening(true);
    const opened = await open(pin);
    setOpening(false);
    setPin("");
    if (opened === "wrong") setError("wrong");
    else if (opened !== "gone") onOpen(opened);
  };
  return (
    <form noValidate onSubmit={send} className="flex flex-col gap-4 bg-surface px-4 py-5">
      <div>
        <h2 className="text-18 font-bold tracking-[-0.01em]">{title}</h2>
        <p className="text-15 text-text-2">{text}</p>
      </div>
      <PinField
        label={t("label")}
        error={error ? t(error) : undefined}
        value={pin}
        onChange={setPin}
      />
      <Button
        type="submit"
        tone="primary"
        size="large"
        block
        icon={<LockOpen size={20} aria-hidden />}
        pending={isOpening}
        pendingLabel={t("opening")}
      >
        {t("open")}
      </Button>
    </form>
  );
}
