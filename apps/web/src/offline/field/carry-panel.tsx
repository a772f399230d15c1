"use client";

import { Button } from "@rembuk/ui/button";
import { Notice } from "@rembuk/ui/notice";
import { FileDown, FileUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { isStorageFull } from "../storage-full";
import { readCarryFile, saveCarryFile } from "./carry-file";

interface Told {
  readonly tone: "ok" | "bad";
  readonly words: string;
}

/** Unsent records as an encrypted file, and those of another phone from one. */
export function CarryPanel({ hasRecords, onTaken }: { hasRecords: boolean; onTaken: () => void }) {
  const t = useTranslations("field.carry");
  const input = useRef<HTMLInputElement>(null);
  const [told, setTold] = useState<Told | null>(null);
  const take = async (file: File | undefined) => {
    if (!file) return;
    try {
      const count = await readCarryFile(await file.text());
      setTold(
        count === null
          ? { tone: "bad", words: t("noFile") }
          : { tone: "ok", words: t("taken", { count }) },
      );
      onTaken();
    } catch (error) {
      setTold({ tone: "bad", words: t(isStorageFull(error) ? "full" : "noFile") });
    }
  };
  return (
    <section className="flex flex-col gap-2.5 border-t border-line bg-surface px-4 py-4">
      <h2 className="text-15 font-semibold">{t("title")}</h2>
      <p className="text-14 text-text-2">{t("text")}</p>
      {told ? (
        <Notice tone={told.tone} live>
          {told.words}
        </Notice>
      ) : null}
      {hasRecords ? (
        <Button
          block
          icon={<FileDown size={18} aria-hidden />}
          onClick={() => void saveCarryFile()}
        >
          {t("save")}
        </Button>
      ) : null}
      <Button block icon={<FileUp size={18} aria-hidden />} onClick={() => input.current?.click()}>
        {t("take")}
      </Button>
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        aria-label={t("take")}
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => void take(event.target.files?.[0])}
      />
    </section>
  );
}
