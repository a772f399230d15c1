"use client";

import { Field } from "@rembuk/ui/field";
import { TextInput } from "@rembuk/ui/text-input";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { CycleDetail } from "./aid-data";
import { AidForm, aidControl } from "./aid-form";
import { useAidAct } from "./use-aid-act";

const fields = ["goodsName", "unit", "quantity"] as const;
type Entry = Record<(typeof fields)[number], string>;

const missingOf = (entry: Entry) =>
  fields.filter((field) =>
    field === "quantity"
      ? !/^[1-9]\d{0,8}$/.test(entry.quantity)
      : entry[field].trim().length < (field === "goodsName" ? 2 : 1),
  );

/** Making the entitlements of a cycle: to how many, and what each receives. */
export function PrepareDialog(props: { detail: CycleDetail; onClose: () => void }) {
  const { detail, onClose } = props;
  const t = useTranslations("aid.entitlement");
  const { goods, preview, cycle } = detail;
  const [entry, setEntry] = useState<Entry>({
    goodsName: goods?.goodsName ?? "",
    unit: goods?.unit ?? "",
    quantity: String(goods?.quantity ?? ""),
  });
  const [attempt, setAttempt] = useState(0);
  const act = useAidAct({
    run: (aid, clientActionId) =>
      aid.prepareEntitlements.mutate({
        ...{ clientActionId, cycleId: cycle.id, quantity: Number(entry.quantity) },
        ...{ goodsName: entry.goodsName.trim(), unit: entry.unit.trim() },
      }),
    done: ({ made }) => t("prepared", { count: made }),
    onDone: onClose,
  });
  const missing = attempt > 0 ? missingOf(entry) : [];
  return (
    <AidForm
      size="small"
      title={t("prepare.title", { count: preview?.toMake ?? 0 })}
      act={t("prepare.send")}
      pending={act.isSending}
      error={act.error}
      errors={missing.map((field) => ({
        fieldId: aidControl(field),
        message: t(`missing.${field}`),
      }))}
      attempt={attempt}
      onSend={() => {
        setAttempt((before) => before + 1);
        if (missingOf(entry).length === 0) act.send();
      }}
      onClose={onClose}
    >
      <p className="text-14">{t("prepare.text", { benefit: cycle.benefit })}</p>
      {fields.map((field) => (
        <Field
          key={field}
          id={aidControl(field)}
          label={t(`field.${field}`)}
          hint={t(`hint.${field}`)}
          error={missing.includes(field) ? t(`missing.${field}`) : undefined}
        >
          <TextInput
            value={entry[field]}
            inputMode={field === "quantity" ? "numeric" : undefined}
            maxLength={field === "goodsName" ? 120 : 60}
            onChange={(event) => setEntry((before) => ({ ...before, [field]: event.target.value }))}
          />
        </Field>
      ))}
    </AidForm>
  );
}
