"use client";

import type { Zone } from "@rembuk/domain/calendars/zone";
import { Checkbox } from "@rembuk/ui/checkbox";
import { Field } from "@rembuk/ui/field";
import { TextInput } from "@rembuk/ui/text-input";
import { useTranslations } from "next-intl";
import type { PreferenceForm } from "./use-preferences";

interface QuietHoursFieldsProps {
  quiet: PreferenceForm["quiet"];
  /** The zone that the hours are read in. */
  zone: Zone;
  isRefused: boolean;
}

/** Hours in which mail waits. */
export function QuietHoursFields({ quiet, zone, isRefused }: QuietHoursFieldsProps) {
  const t = useTranslations("account.notifications");
  return (
    <fieldset className="flex flex-col gap-2 rounded-r3 border border-line p-3">
      <legend className="px-1 text-control font-bold">{t("quiet")}</legend>
      <Checkbox
        label={t("quietOn")}
        hint={t("quietHint")}
        checked={quiet.isQuiet}
        onChange={(event) => quiet.setQuiet(event.target.checked)}
      />
      {quiet.isQuiet ? (
        <>
          <div className="flex flex-wrap gap-3">
            <Field label={t("from")} error={isRefused ? t("sameTimes") : undefined}>
              <TextInput
                type="time"
                value={quiet.from}
                onChange={(event) => quiet.setFrom(event.target.value)}
              />
            </Field>
            <Field label={t("to")}>
              <TextInput
                type="time"
                value={quiet.to}
                onChange={(event) => quiet.setTo(event.target.value)}
              />
            </Field>
          </div>
          <p className="text-meta text-text-2">{t("zone", { zone })}</p>
        </>
      ) : null}
    </fieldset>
  );
}
