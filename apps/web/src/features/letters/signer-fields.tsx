"use client";

import { type Signer, signerPrefixes } from "@rembuk/domain/letters/model";
import { isSameSigner } from "@rembuk/domain/letters/signers";
import { Field } from "@rembuk/ui/field";
import { Select } from "@rembuk/ui/select";
import { TextInput } from "@rembuk/ui/text-input";
import { useTranslations } from "next-intl";

interface SignerFieldsProps {
  signer: Signer;
  signers: readonly Signer[];
  missing: readonly string[];
  onChange: (change: Partial<Signer>) => void;
}

const pair = "grid gap-3.5 sm:grid-cols-2";

/** "Plh. Camat Paron", "a.n. Camat Paron, Sekretaris Kecamatan": the capacity in one line. */
const capacityOf = ({ prefix, position, ownPosition }: Signer): string =>
  [`${prefix} ${position}`.trim(), ownPosition].filter(Boolean).join(", ");

/**
 * Who signs, and in whose place: one of those who lead the office today. Name and NIP may be written
 * out; the capacity is free only where nobody of the leaders has an account.
 */
export function SignerFields({ signer, signers, missing, onChange }: SignerFieldsProps) {
  const t = useTranslations("letters.signer");
  const missingWord = useTranslations("letters")("fieldMissing");
  const line = (name: "position" | "ownPosition" | "name" | "nip") => (
    <Field label={t(name)} error={missing.includes(`signer.${name}`) ? missingWord : undefined}>
      <TextInput
        value={signer[name]}
        maxLength={120}
        onChange={(event) => onChange({ [name]: event.target.value })}
      />
    </Field>
  );
  const chosen = signers.findIndex((one) => isSameSigner(one, signer));
  return (
    <fieldset className="flex flex-col gap-3.5">
      <legend className="pb-1 text-control font-semibold">{t("title")}</legend>
      {signers.length > 0 ? (
        <Field
          label={t("who")}
          hint={t("whoHint")}
          error={chosen < 0 ? t("notRunning") : undefined}
        >
          <Select
            value={chosen < 0 ? "" : String(chosen)}
            placeholder={t("choose")}
            options={signers.map((one, at) => ({
              value: String(at),
              label: `${one.name} · ${capacityOf(one)}`,
            }))}
            onChange={(event) => {
              const next = signers[Number(event.target.value)];
              if (next) onChange(next);
            }}
          />
        </Field>
      ) : (
        <FreeCapacity signer={signer} line={line} onChange={onChange} />
      )}
      <div className={pair}>
        {line("name")}
        {line("nip")}
      </div>
    </fieldset>
  );
}

interface FreeCapacityProps {
  signer: Signer;
  line: (name: "position" | "ownPosition") => React.ReactNode;
  onChange: (change: Partial<Signer>) => void;
}

/** Of an office whose leaders have no account. */
function FreeCapacity({ signer, line, onChange }: FreeCapacityProps) {
  const t = useTranslations("letters.signer");
  return (
    <div className={pair}>
      <Field label={t("prefix")}>
        <Select
          value={signer.prefix}
          options={signerPrefixes.map((one) => ({ value: one, label: one || t("self") }))}
          onChange={(event) => onChange({ prefix: event.target.value as Signer["prefix"] })}
        />
      </Field>
      {line("position")}
      {signer.prefix === "a.n." ? line("ownPosition") : null}
    </div>
  );
}
