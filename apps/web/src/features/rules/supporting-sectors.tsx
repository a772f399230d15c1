"use client";

import { Button } from "@rembuk/ui/button";
import { Combobox } from "@rembuk/ui/combobox";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { RuleField, type RuleFieldsProps, sectorOptions } from "./rule-field";

const most = 12;

/** Who helps beside the lead: the inherited ones until somebody adds or takes one away. */
export function SupportingSectors(props: RuleFieldsProps) {
  const t = useTranslations("rules.supporting");
  const { node, words, form } = props;
  const codes = form.entry.supportingSectorCodes ?? node.inherited.supportingSectorCodes;
  const set = (next: readonly string[] | null) => form.change({ supportingSectorCodes: next });
  return (
    <div className="flex flex-col gap-2 sm:col-span-6">
      <RuleField {...props} field="supportingSectorCodes">
        <Combobox
          // Empty again after each choice.
          key={codes.join()}
          options={[
            ...words.partners.map(({ code, name }) => ({
              ...{ value: code, label: name, detail: t("partner") },
            })),
            ...sectorOptions(words),
          ].filter(({ value }) => !codes.includes(value))}
          value={null}
          placeholder={t("add")}
          disabled={codes.length >= most}
          onChange={(code) => code && set([...codes, code])}
          emptyLabel={t("none")}
          clearLabel={t("clear")}
        />
      </RuleField>
      <ul aria-label={t("list")} className="flex flex-wrap gap-1.5">
        {codes.map((code) => (
          <li
            key={code}
            className="flex min-h-7 items-center gap-1 rounded-r2 border border-line bg-surface pl-2 text-12"
          >
            {words.nameOf(code)}
            <button
              type="button"
              aria-label={t("remove", { name: words.nameOf(code) })}
              onClick={() => set(codes.filter((other) => other !== code))}
              className="flex size-7 items-center justify-center rounded-r2 text-text-2 hover:bg-hover hover:text-text"
            >
              <X size={14} aria-hidden />
            </button>
          </li>
        ))}
        {form.entry.supportingSectorCodes ? (
          <li>
            <Button size="small" tone="quiet" onClick={() => set(null)}>
              {t("reset")}
            </Button>
          </li>
        ) : null}
      </ul>
    </div>
  );
}
