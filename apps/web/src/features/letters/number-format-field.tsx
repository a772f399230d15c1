"use client";

import { formatTokens, isSoundFormat, letterNumber } from "@rembuk/domain/letters/numbering";
import { Button } from "@rembuk/ui/button";
import { Field } from "@rembuk/ui/field";
import { TextInput } from "@rembuk/ui/text-input";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import type { LetterSettingShown } from "./letters-data";

interface NumberFormatFieldProps {
  value: string;
  next: LetterSettingShown["next"];
  onChange: (format: string) => void;
}

/** The format with its parts to put in, and the number that the next letter would get. */
export function NumberFormatField({ value, next, onChange }: NumberFormatFieldProps) {
  const t = useTranslations("officeSettings.letters");
  const box = useRef<HTMLInputElement>(null);
  const isSound = isSoundFormat(value);
  const insert = (token: string) => {
    const at = box.current?.selectionStart ?? value.length;
    const end = box.current?.selectionEnd ?? at;
    onChange(value.slice(0, at) + token + value.slice(end));
    box.current?.focus();
  };
  return (
    <div className="flex flex-col gap-2">
      <Field
        label={t("format")}
        hint={t("formatHint")}
        error={isSound ? undefined : t("formatRefused")}
      >
        <TextInput
          ref={box}
          className="max-w-[520px] font-mono"
          value={value}
          maxLength={80}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
        />
      </Field>
      <div className="flex flex-wrap items-center gap-1.5">
        <span className="text-meta text-text-2">{t("insert")}</span>
        {formatTokens.map((token) => (
          <Button key={token} size="small" onClick={() => insert(token)}>
            <span className="font-mono text-12">{token}</span>
          </Button>
        ))}
      </div>
      {isSound ? (
        <p className="text-control" role="status">
          {t.rich("next", {
            number: letterNumber(value, next),
            b: (words) => <b className="font-semibold break-all tabular-nums">{words}</b>,
          })}
        </p>
      ) : null}
    </div>
  );
}
