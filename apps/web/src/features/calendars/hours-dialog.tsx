"use client";

import { hoursKinds } from "@rembuk/domain/calendars/commands";
import { Combobox } from "@rembuk/ui/combobox";
import { Field } from "@rembuk/ui/field";
import { Select } from "@rembuk/ui/select";
import { TextInput } from "@rembuk/ui/text-input";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/lib/trpc";
import { type CalendarEdit, weekOf } from "./calendar-data";
import { EditDialog } from "./edit-dialog";

interface Place {
  readonly code: string;
  readonly label: string;
}

type Kind = (typeof hoursKinds)[number];

interface Entry {
  readonly hoursKind: Kind;
  readonly areaCode: string;
  readonly sectorCode: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly opens: string;
  readonly closes: string;
  readonly decreeNumber: string;
}

const daysOf: Record<Kind, number> = { "five-day": 5, "six-day": 6, ramadan: 5, other: 5 };

const toEdit = (entry: Entry, name: string): CalendarEdit | null => {
  const { hoursKind, areaCode, startsOn } = entry;
  const week = weekOf(daysOf[hoursKind], entry.opens, entry.closes);
  const isOpenEnded = entry.endsOn === "";
  if (!week || startsOn === "" || (isOpenEnded && hoursKind === "ramadan")) return null;
  if (!isOpenEnded && entry.endsOn < startsOn) return null;
  const decree = entry.decreeNumber.trim();
  return {
    ...{ kind: "add-hours", hoursKind, areaCode, name, startsOn, week },
    sectorCode: entry.sectorCode || null,
    endsOn: entry.endsOn || null,
    decreeNumber: decree.length < 3 ? null : decree,
  };
};

/** Other office hours: a five- or six-day office, Ramadan; of an area or of one sector's offices in it. */
export function HoursDialog({
  places,
  onClose,
}: {
  places: readonly Place[];
  onClose: () => void;
}) {
  const t = useTranslations("calendar");
  const sectors = useQuery(
    useTRPC().areas.sectors.queryOptions(undefined, { staleTime: 3_600_000 }),
  );
  const [entry, setEntry] = useState<Entry>({
    hoursKind: "six-day",
    areaCode: places.at(-1)?.code ?? "",
    sectorCode: "",
    startsOn: "",
    endsOn: "",
    opens: "08:00",
    closes: "14:00",
    decreeNumber: "",
  });
  const change = (part: Partial<Entry>) => setEntry((before) => ({ ...before, ...part }));
  const sector = sectors.data?.find((one) => one.code === entry.sectorCode);
  const name = [t(`hoursKind.${entry.hoursKind}`), sector?.name].filter(Boolean).join(", ");
  return (
    <EditDialog
      title={t("hours.title")}
      act={t("hours.send")}
      edit={toEdit(entry, name.slice(0, 120))}
      onClose={onClose}
    >
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t("field.hoursKind")}>
          <Select
            value={entry.hoursKind}
            onChange={(event) => change({ hoursKind: event.target.value as Kind })}
            options={hoursKinds.map((kind) => ({ value: kind, label: t(`hoursKind.${kind}`) }))}
          />
        </Field>
        <Field label={t("field.area")}>
          <Select
            value={entry.areaCode}
            onChange={(event) => change({ areaCode: event.target.value })}
            options={places.map((p) => ({ value: p.code, label: p.label }))}
          />
        </Field>
        <Field
          label={t("field.sector")}
          optional={t("optional")}
          hint={t("field.sectorHint")}
          className="sm:col-span-2"
        >
          <Combobox
            options={(sectors.data ?? []).map((one) => ({ value: one.code, label: one.name }))}
            value={entry.sectorCode || null}
            onChange={(code) => change({ sectorCode: code ?? "" })}
            placeholder={t("field.sectorPlaceholder")}
            emptyLabel={t("field.sectorNone")}
            clearLabel={t("field.clear")}
          />
        </Field>
        <HoursTimes entry={entry} change={change} />
      </div>
    </EditDialog>
  );
}

/** Period, hours of a day, and the decree. */
function HoursTimes({ entry, change }: { entry: Entry; change: (part: Partial<Entry>) => void }) {
  const t = useTranslations("calendar");
  const fields = [
    { key: "startsOn", type: "date" },
    { key: "endsOn", type: "date" },
    { key: "opens", type: "time" },
    { key: "closes", type: "time" },
    { key: "decreeNumber", type: "text" },
  ] as const;
  return fields.map(({ key, type }) => {
    const isOptional =
      key === "decreeNumber" || (key === "endsOn" && entry.hoursKind !== "ramadan");
    return (
      <Field
        key={key}
        label={t(`field.${key}`)}
        optional={isOptional ? t("optional") : undefined}
        className={key === "decreeNumber" ? "sm:col-span-2" : undefined}
      >
        <TextInput
          type={type}
          value={entry[key]}
          onChange={(event) => change({ [key]: event.target.value })}
        />
      </Field>
    );
  });
}
