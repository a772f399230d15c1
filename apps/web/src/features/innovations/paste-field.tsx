"use client";

import { type ReadPasted, readPasted } from "@rembuk/domain/innovations/importing";
import type { InnovationProfile } from "@rembuk/domain/innovations/model";
import { Chip } from "@rembuk/ui/chip";
import { Field } from "@rembuk/ui/field";
import { Notice } from "@rembuk/ui/notice";
import { TextInput } from "@rembuk/ui/text-input";
import { Textarea } from "@rembuk/ui/textarea";
import { useTranslations } from "next-intl";

/** What a pasted text says, by the same reader as the server's; null: neither report nor proposal. */
export const previewOf = (profile: InnovationProfile, pasted: string): ReadPasted | null => {
  try {
    return pasted.trim() === "" ? null : readPasted(profile, pasted);
  } catch {
    return null;
  }
};

/** A report or a proposal, pasted or from a text file, with what was found in it and what is missing. */
export function PasteField({
  pasted,
  preview,
  onPaste,
}: {
  pasted: string;
  preview: ReadPasted | null;
  onPaste: (text: string) => void;
}) {
  const t = useTranslations("innovations.paste");
  return (
    <div className="flex flex-col gap-3">
      <Field id="inovasi-tempel" label={t("label")} hint={t("hint")}>
        <Textarea
          rows={8}
          className="max-h-96"
          maxLength={200_000}
          value={pasted}
          onChange={(event) => onPaste(event.target.value)}
        />
      </Field>
      <Field id="inovasi-berkas" label={t("file")} hint={t("fileHint")}>
        <TextInput
          type="file"
          accept=".txt,.md,text/plain,text/markdown"
          onChange={(event) => void event.target.files?.[0]?.text().then(onPaste)}
        />
      </Field>
      {pasted.trim() !== "" && !preview ? (
        <Notice tone="warn" title={t("unknown")}>
          {t("unknownText")}
        </Notice>
      ) : null}
      {preview ? <Preview preview={preview} /> : null}
    </div>
  );
}

function Preview({ preview }: { preview: ReadPasted }) {
  const t = useTranslations("innovations");
  const { format, found, missing, doubled, left } = preview;
  const names = (keys: readonly (typeof found)[number][]) =>
    keys.map((key) => t(`fields.${key}`)).join(", ");
  return (
    <section aria-label={t("paste.preview")} className="rounded-r2 border border-line p-3 text-14">
      <p className="flex flex-wrap items-center gap-2 font-semibold">
        {t(`paste.format.${format}`)}
        <Chip tone={missing.length === 0 ? "ok" : "warn"}>
          {t("paste.count", { found: found.length, all: found.length + missing.length })}
        </Chip>
      </p>
      <p className="mt-1 text-text-2">{t("paste.found", { names: names(found) })}</p>
      {missing.length > 0 ? (
        <p className="mt-1 text-warn">{t("paste.missing", { names: names(missing) })}</p>
      ) : null}
      {doubled.length > 0 ? (
        <p className="mt-1 text-warn">{t("paste.doubled", { names: names(doubled) })}</p>
      ) : null}
      {left.length > 0 ? (
        <div className="mt-1">
          <p className="text-warn">{t("paste.left")}</p>
          <ul className="list-disc pl-5 text-13 text-text-2">
            {left.map((text) => (
              <li key={text} className="whitespace-pre-line break-words">
                {text}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </section>
  );
}
