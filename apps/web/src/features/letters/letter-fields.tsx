"use client";

import {
  type LetterContent,
  type LetterKind,
  letterNatures,
  type Signer,
  signerPrefixes,
} from "@rembuk/domain/letters/model";
import { Field } from "@rembuk/ui/field";
import { Select } from "@rembuk/ui/select";
import { TextInput } from "@rembuk/ui/text-input";
import { Textarea } from "@rembuk/ui/textarea";
import { useTranslations } from "next-intl";

interface LetterFieldsProps {
  kind: LetterKind;
  content: LetterContent;
  /** Paths of the fields that are not right yet. */
  missing: readonly string[];
  onChange: (change: Partial<LetterContent>) => void;
}

type LineField = "subject" | "addressee" | "place" | "enclosure";

const pair = "grid gap-3.5 sm:grid-cols-2";

/** The lines of a letter. */
export function LetterFields({ kind, content, missing, onChange }: LetterFieldsProps) {
  const t = useTranslations("letters");
  const errorOf = (path: string) => (missing.includes(path) ? t("fieldMissing") : undefined);
  const line = (name: LineField, most: number) => (
    <Field label={t(`fields.${name}`)} error={errorOf(name)}>
      <TextInput
        value={content[name]}
        maxLength={most}
        onChange={(event) => onChange({ [name]: event.target.value })}
      />
    </Field>
  );
  const area = (name: "body" | "instruction", rows: number, label: string) => (
    <Field label={label} error={errorOf(name)}>
      <Textarea
        rows={rows}
        value={content[name]}
        onChange={(event) => onChange({ [name]: event.target.value })}
      />
    </Field>
  );
  const isCover = kind === "cover-letter";
  return (
    <>
      {line("addressee", 200)}
      <div className={pair}>
        {isCover ? line("place", 80) : null}
        <Field label={t("fields.nature")}>
          <Select
            value={content.nature}
            options={letterNatures.map((one) => ({ value: one, label: t(`nature.${one}`) }))}
            onChange={(event) =>
              onChange({ nature: event.target.value as LetterContent["nature"] })
            }
          />
        </Field>
        {isCover ? line("enclosure", 80) : null}
      </div>
      {line("subject", 200)}
      {area("body", isCover ? 9 : 2, t(isCover ? "fields.body" : "fields.from"))}
      {isCover ? null : area("instruction", 4, t("fields.instruction"))}
      {isCover ? (
        <Field label={t("fields.copies")} hint={t("copiesHint")} error={errorOf("copies")}>
          <Textarea
            rows={2}
            value={content.copies.join("\n")}
            onChange={(event) => onChange({ copies: event.target.value.split("\n") })}
          />
        </Field>
      ) : null}
      <SignerFields
        signer={content.signer}
        missing={missing}
        onChange={(change) => onChange({ signer: { ...content.signer, ...change } })}
      />
    </>
  );
}

interface SignerFieldsProps {
  signer: Signer;
  missing: readonly string[];
  onChange: (change: Partial<Signer>) => void;
}

/** Who signs, and in whose place. */
function SignerFields({ signer, missing, onChange }: SignerFieldsProps) {
  const t = useTranslations("letters");
  const line = (name: "position" | "ownPosition" | "name" | "nip") => (
    <Field
      label={t(`signer.${name}`)}
      error={missing.includes(`signer.${name}`) ? t("fieldMissing") : undefined}
    >
      <TextInput
        value={signer[name]}
        maxLength={120}
        onChange={(event) => onChange({ [name]: event.target.value })}
      />
    </Field>
  );
  return (
    <fieldset className="flex flex-col gap-3.5">
      <legend className="pb-1 text-control font-semibold">{t("signer.title")}</legend>
      <div className={pair}>
        <Field label={t("signer.prefix")}>
          <Select
            value={signer.prefix}
            options={signerPrefixes.map((one) => ({
              value: one,
              label: one || t("signer.self"),
            }))}
            onChange={(event) => onChange({ prefix: event.target.value as Signer["prefix"] })}
          />
        </Field>
        {line("position")}
        {signer.prefix === "a.n." ? line("ownPosition") : null}
        {line("name")}
        {line("nip")}
      </div>
    </fieldset>
  );
}
