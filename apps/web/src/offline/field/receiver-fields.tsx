"use client";

import { proxyRelations } from "@rembuk/domain/handovers/model";
import { Field } from "@rembuk/ui/field";
import { Select } from "@rembuk/ui/select";
import { TextInput } from "@rembuk/ui/text-input";
import { useTranslations } from "next-intl";
import type { HandoverEntry, HandoverField } from "./handover-entry";

interface PartProps {
  entry: HandoverEntry;
  change: (part: Partial<HandoverEntry>) => void;
  errorOf: (field: HandoverField) => string | undefined;
}

const big =
  "flex min-h-14 flex-1 items-center gap-3 rounded-r2 border border-line-control bg-surface px-3 has-checked:border-brand has-checked:bg-brand-soft has-checked:font-semibold";

/** Who took it: the person, or somebody for them. */
export function ReceiverFields({ entry, change, errorOf }: PartProps) {
  const t = useTranslations("field.form");
  const relations = useTranslations("handovers.relation");
  return (
    <>
      <fieldset>
        <legend className="mb-1.5 text-control font-semibold">{t("receiver")}</legend>
        <div className="flex gap-2">
          {(["self", "proxy"] as const).map((kind) => (
            <label key={kind} className={big}>
              <input
                type="radio"
                name="receiver"
                checked={entry.receiver === kind}
                onChange={() => change({ receiver: kind })}
                className="size-5 accent-brand"
              />
              {t(kind)}
            </label>
          ))}
        </div>
      </fieldset>
      {entry.receiver === "proxy" ? (
        <div className="grid grid-cols-2 gap-2.5">
          <Field label={t("proxyName")} error={errorOf("proxyName")}>
            <TextInput
              value={entry.proxyName}
              onChange={(event) => change({ proxyName: event.target.value })}
              autoComplete="off"
              maxLength={120}
            />
          </Field>
          <Field label={t("relation")} error={errorOf("relation")}>
            <Select
              value={entry.relation}
              placeholder={t("choose")}
              options={proxyRelations.map((value) => ({ value, label: relations(value) }))}
              onChange={(event) =>
                change({
                  relation: proxyRelations.find((one) => one === event.target.value) ?? "",
                })
              }
            />
          </Field>
        </div>
      ) : null}
    </>
  );
}

/** Who saw it, and what else there is to say. */
export function WitnessFields({ entry, change }: Omit<PartProps, "errorOf">) {
  const t = useTranslations("field.form");
  return (
    <>
      <div className="grid grid-cols-2 gap-2.5">
        <Field label={t("witness")}>
          <TextInput
            value={entry.witnessName}
            onChange={(event) => change({ witnessName: event.target.value })}
            autoComplete="off"
            maxLength={120}
          />
        </Field>
        <Field label={t("witnessPosition")}>
          <TextInput
            value={entry.witnessPosition}
            onChange={(event) => change({ witnessPosition: event.target.value })}
            autoComplete="off"
            maxLength={120}
          />
        </Field>
      </div>
      <Field label={t("note")} optional={t("optional")}>
        <TextInput
          value={entry.note}
          onChange={(event) => change({ note: event.target.value })}
          autoComplete="off"
          maxLength={500}
        />
      </Field>
    </>
  );
}
