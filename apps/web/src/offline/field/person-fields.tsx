"use client";

import { nikAbsences } from "@rembuk/domain/handovers/commands";
import type { TripPackage } from "@rembuk/services/handovers/package-queries";
import { Field } from "@rembuk/ui/field";
import { Select } from "@rembuk/ui/select";
import { TextInput } from "@rembuk/ui/text-input";
import { CircleCheck, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { HandoverEntry, HandoverField } from "./handover-entry";

interface PersonProps {
  entry: HandoverEntry;
  change: (part: Partial<HandoverEntry>) => void;
  errorOf: (field: HandoverField) => string | undefined;
}

/** The NIK as it stands on the card, compared with the list by its keyed hash: the list itself holds none. */
export function NikField({
  entry,
  change,
  errorOf,
  matches,
}: PersonProps & { matches: boolean | null }) {
  const t = useTranslations("field.form");
  return (
    <div>
      <Field label={t("nik")} optional={t("optional")} hint={t("nikHint")} error={errorOf("nik")}>
        <TextInput
          inputMode="numeric"
          value={entry.nik}
          onChange={(event) => change({ nik: event.target.value })}
          autoComplete="off"
          maxLength={20}
          className="font-mono"
        />
      </Field>
      {matches === null ? null : (
        <p
          role="status"
          className={`mt-1 flex items-center gap-1.5 text-14 font-semibold ${matches ? "text-ok" : "text-warn"}`}
        >
          {matches ? (
            <CircleCheck size={16} aria-hidden />
          ) : (
            <TriangleAlert size={16} aria-hidden />
          )}
          {matches ? t("nikMatches") : t("nikDiffers")}
        </p>
      )}
    </div>
  );
}

/** Somebody who stands on no line: a candidate, served under what is known of them. */
export function NewcomerFields({
  entry,
  change,
  errorOf,
  trip,
}: PersonProps & { trip: TripPackage }) {
  const t = useTranslations("field.form");
  const absence = useTranslations("field.absence");
  return (
    <>
      <Field label={t("personName")} error={errorOf("personName")}>
        <TextInput
          value={entry.personName}
          onChange={(event) => change({ personName: event.target.value })}
          autoComplete="off"
          maxLength={120}
        />
      </Field>
      <Field label={t("nikState")}>
        <Select
          value={entry.nikMissing}
          options={[
            { value: "", label: t("hasNik") },
            ...nikAbsences.map((value) => ({ value, label: absence(value) })),
          ]}
          onChange={(event) =>
            change({ nikMissing: nikAbsences.find((one) => one === event.target.value) ?? "" })
          }
        />
      </Field>
      {entry.nikMissing === "" ? (
        <Field label={t("nikOfPerson")} error={errorOf("nik")}>
          <TextInput
            inputMode="numeric"
            value={entry.nik}
            onChange={(event) => change({ nik: event.target.value })}
            autoComplete="off"
            maxLength={20}
            className="font-mono"
          />
        </Field>
      ) : null}
      <div className="grid grid-cols-2 gap-2.5">
        <Field label={t("stop")}>
          <Select
            value={entry.stopId}
            options={trip.stops.map(({ id, villageName }) => ({ value: id, label: villageName }))}
            onChange={(event) => change({ stopId: event.target.value })}
          />
        </Field>
        <Field label={t("goods")} error={errorOf("goodsId")}>
          <Select
            value={entry.goodsId}
            options={trip.goods.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => change({ goodsId: event.target.value })}
          />
        </Field>
      </div>
    </>
  );
}
