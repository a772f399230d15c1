"use client";

import type { Zone } from "@rembuk/domain/calendars/zone";
import { digestDays } from "@rembuk/domain/notifications/preferences";
import { Field } from "@rembuk/ui/field";
import { Select } from "@rembuk/ui/select";
import { TextInput } from "@rembuk/ui/text-input";
import { useTranslations } from "next-intl";
import type { PreferenceForm } from "./use-preferences";

interface DigestFieldsProps {
  digest: PreferenceForm["digest"];
  /** The zone that the hour is read in. */
  zone: Zone;
  isRefused: boolean;
}

/** When the daily digest leaves: shown once something goes into it. */
export function DigestFields({ digest, zone, isRefused }: DigestFieldsProps) {
  const t = useTranslations("account.notifications");
  return (
    <fieldset className="flex flex-col gap-2 rounded-r3 border border-line p-3">
      <legend className="px-1 text-control font-bold">{t("digest")}</legend>
      <p className="text-meta text-text-2">{t("digestHint")}</p>
      <div className="flex flex-wrap gap-3">
        <Field label={t("digestAt")} error={isRefused ? t("digestRefused") : undefined}>
          <TextInput
            type="time"
            value={digest.at}
            onChange={(event) => digest.setAt(event.target.value)}
          />
        </Field>
        <Field label={t("digestDays")} className="w-40">
          <Select
            value={digest.days}
            options={digestDays.map((days) => ({ value: days, label: t(`days.${days}`) }))}
            onChange={(event) =>
              digest.setDays(event.target.value === "daily" ? "daily" : "working")
            }
          />
        </Field>
      </div>
      <p className="text-meta text-text-2">{t("zone", { zone })}</p>
    </fieldset>
  );
}
