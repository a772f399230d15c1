"use client";

import { AudiencePicker } from "@rembuk/ui/audience-picker";
import { useTranslations } from "next-intl";
import type { BulkFieldsProps } from "./use-bulk-form";

/** Whom a message is for: one choice for all of them. */
export function AudienceField({ form }: Pick<BulkFieldsProps, "form">) {
  const t = useTranslations("case.notes");
  const labels = {
    internal: t("audience.internal"),
    partner: t("audience.partner"),
    reporter: t("audience.reporter"),
  };
  const reach = {
    internal: t("reach.internal"),
    partner: t("reach.partner"),
    reporter: t("reach.reporter"),
  };
  return (
    <AudiencePicker
      label={t("pick")}
      labels={labels}
      reach={reach}
      value={form.values.audience}
      onChange={(audience) => form.set({ audience })}
    />
  );
}
