"use client";

import { Field } from "@rembuk/ui/field";
import { Select } from "@rembuk/ui/select";
import { TextInput } from "@rembuk/ui/text-input";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { CalendarEdit } from "./calendar-data";
import { EditDialog } from "./edit-dialog";

interface Place {
  readonly code: string;
  readonly label: string;
}

type DayType = "NATIONAL" | "JOINT_LEAVE" | "LOCAL";

interface Entry {
  readonly date: string;
  readonly type: DayType;
  readonly areaCode: string;
  readonly name: string;
  readonly decreeNumber: string;
  readonly decreeDate: string;
}

const toEdit = (entry: Entry): CalendarEdit | null => {
  const name = entry.name.trim();
  const decreeNumber = entry.decreeNumber.trim();
  if (entry.date === "" || name.length < 3 || decreeNumber.length < 3) return null;
  return { kind: "add-day", ...entry, name, decreeNumber, decreeDate: entry.decreeDate || null };
};

/** A free day: the whole country's by decree, or an area's own. */
export function DayDialog({ places, onClose }: { places: readonly Place[]; onClose: () => void }) {
  const t = useTranslations("calendar");
  const local = places.filter((p) => p.code !== "");
  const types: readonly DayType[] = [
    ...(places.some((p) => p.code === "") ? (["NATIONAL", "JOINT_LEAVE"] as const) : []),
    ...(local.length > 0 ? (["LOCAL"] as const) : []),
  ];
  const [entry, setEntry] = useState<Entry>({
    date: "",
    type: types[0] ?? "LOCAL",
    areaCode: types[0] === "LOCAL" ? (local.at(-1)?.code ?? "") : "",
    name: "",
    decreeNumber: "",
    decreeDate: "",
  });
  const change = (part: Partial<Entry>) => setEntry((before) => ({ ...before, ...part }));
  return (
    <EditDialog title={t("day.title")} act={t("day.send")} edit={toEdit(entry)} onClose={onClose}>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t("field.date")}>
          <TextInput
            type="date"
            value={entry.date}
            onChange={(event) => change({ date: event.target.value })}
          />
        </Field>
        <Field label={t("field.type")}>
          <Select
            value={entry.type}
            onChange={(event) => {
              const type = event.target.value as DayType;
              change({ type, areaCode: type === "LOCAL" ? (local.at(-1)?.code ?? "") : "" });
            }}
            options={types.map((type) => ({ value: type, label: t(`type.${type}`) }))}
          />
        </Field>
        <Field label={t("field.name")} className="sm:col-span-2">
          <TextInput
            value={entry.name}
            maxLength={120}
            placeholder={t("field.namePlaceholder")}
            onChange={(event) => change({ name: event.target.value })}
          />
        </Field>
        {entry.type === "LOCAL" ? (
          <Field label={t("field.area")} className="sm:col-span-2">
            <Select
              value={entry.areaCode}
              onChange={(event) => change({ areaCode: event.target.value })}
              options={local.map((p) => ({ value: p.code, label: p.label }))}
            />
          </Field>
        ) : null}
        <Field label={t("field.decree")}>
          <TextInput
            value={entry.decreeNumber}
            maxLength={160}
            placeholder={t("field.decreeHint")}
            onChange={(event) => change({ decreeNumber: event.target.value })}
          />
        </Field>
        <Field label={t("field.decreeDate")} optional={t("optional")}>
          <TextInput
            type="date"
            value={entry.decreeDate}
            onChange={(event) => change({ decreeDate: event.target.value })}
          />
        </Field>
      </div>
    </EditDialog>
  );
}
