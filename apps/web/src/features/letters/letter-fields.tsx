"use client";

import {
  isOutward,
  type LetterContent,
  type LetterKind,
  letterNatures,
  type Signer,
} from "@rembuk/domain/letters/model";
import { Field } from "@rembuk/ui/field";
import { Select } from "@rembuk/ui/select";
import { TextInput } from "@rembuk/ui/text-input";
import { Textarea } from "@rembuk/ui/textarea";
import { useTranslations } from "next-intl";
import { SignerFields } from "./signer-fields";

interface LetterFieldsProps {
  kind: LetterKind;
  content: LetterContent;
  /** Who may sign today; empty where the office's leaders have no account. */
  signers: readonly Signer[];
  /** Paths of the fields that are not right yet. */
  missing: readonly string[];
  onChange: (change: Partial<LetterContent>) => void;
}

type LineField = "subject" | "addressee" | "place" | "enclosure";

const pair = "grid gap-3.5 sm:grid-cols-2";

/** The lines of a letter. */
export function LetterFields(props: LetterFieldsProps) {
  const { kind, content, missing, onChange } = props;
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
  const isCover = isOutward(kind);
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
        signers={props.signers}
        missing={missing}
        onChange={(change) => onChange({ signer: { ...content.signer, ...change } })}
      />
    </>
  );
}
