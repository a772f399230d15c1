"use client";

import { amendCaseCommand } from "@rembuk/domain/cases/commands";
import { type PrivacyMode, privacyModes } from "@rembuk/domain/cases/model";
import { Combobox } from "@rembuk/ui/combobox";
import { Field } from "@rembuk/ui/field";
import { RadioGrid } from "@rembuk/ui/radio-grid";
import { TextInput } from "@rembuk/ui/text-input";
import { Textarea } from "@rembuk/ui/textarea";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { z } from "zod";
import { useReportedUnits } from "@/components/use-reported-units";
import { useTRPC, useTRPCClient } from "@/lib/trpc";
import type { CaseDetail } from "../case-data";
import { ActionFrame } from "./action-frame";
import { type ActionFormProps, useActionForm } from "./use-action-form";

const schema = z.object({
  villageCode: z.string().min(1),
  categoryCode: z.string().min(1),
  privacy: z.enum(privacyModes),
  reportedParty: z.string(),
  reporterName: z.string().trim().max(120),
  reporterPhone: z.string().trim().max(24),
  reason: amendCaseCommand.shape.reason,
});
type Values = z.infer<typeof schema>;

/** Only what differs from the case as it stands is sent. */
const changed = (kase: CaseDetail, values: Values) => ({
  villageCode: values.villageCode === kase.village.code ? null : values.villageCode,
  categoryCode: values.categoryCode === kase.category.code ? null : values.categoryCode,
  privacy: values.privacy === kase.privacy ? null : values.privacy,
  ...(values.reportedParty === (kase.reportedUnit?.key ?? "")
    ? {}
    : { reportedParty: values.reportedParty || null }),
  reporter: values.reporterName
    ? { name: values.reporterName, phone: values.reporterPhone || null }
    : null,
  reason: values.reason,
});

/** Choices of village and category, as the comboboxes take them. */
function useChoices(kase: CaseDetail) {
  const trpc = useTRPC();
  const hour = { staleTime: 3_600_000 };
  const subdistrict = kase.village.code.slice(0, 8);
  const villages = useQuery(
    trpc.areas.villages.queryOptions({ subdistrictCode: subdistrict }, hour),
  );
  const categories = useQuery(trpc.cases.categories.queryOptions(undefined, hour));
  return {
    villages: (villages.data ?? []).map((one) => ({ value: one.code, label: one.name })),
    categories: (categories.data ?? []).map((one) => ({
      value: one.code,
      label: one.name,
      detail: one.targetName,
    })),
  };
}

/** Corrects what was taken down: village, category, person, privacy. Deadlines follow the first receipt. */
export function AmendForm(props: ActionFormProps) {
  const { kase } = props;
  const t = useTranslations("caseActions");
  const client = useTRPCClient();
  const choices = useChoices(kase);
  const units = useReportedUnits(kase.village.code.slice(0, 8));
  const action = useActionForm<Values>({
    ...props,
    schema,
    initial: {
      villageCode: kase.village.code,
      categoryCode: kase.category.code,
      privacy: kase.privacy,
      reportedParty: kase.reportedUnit?.key ?? "",
      ...{ reporterName: "", reporterPhone: "", reason: "" },
    },
    words: {
      villageCode: "village",
      categoryCode: "categoryCode",
      privacy: "privacy",
      reportedParty: "reportedParty",
      reporterName: "reporterName",
      reporterPhone: "reporterPhone",
      reason: "reason",
    },
    run: (base, values) => client.cases.amend.mutate({ ...base, ...changed(kase, values) }),
  });
  const { form, field } = action;
  return (
    <ActionFrame {...props} action={action} size="large">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field {...field("villageCode")}>
          <Combobox
            options={choices.villages}
            value={form.watch("villageCode")}
            onChange={(next) => form.setValue("villageCode", next ?? "", { shouldDirty: true })}
            emptyLabel={t("fields.village.empty")}
            clearLabel={t("fields.village.clear")}
          />
        </Field>
        <Field {...field("categoryCode")}>
          <Combobox
            options={choices.categories}
            value={form.watch("categoryCode")}
            onChange={(next) => form.setValue("categoryCode", next ?? "", { shouldDirty: true })}
            emptyLabel={t("fields.categoryCode.empty")}
            clearLabel={t("fields.categoryCode.clear")}
          />
        </Field>
      </div>
      <Field {...field("privacy")} group hint={t("fields.privacy.hint")}>
        <RadioGrid
          name="privacy"
          options={privacyModes.map((one) => ({
            value: one,
            label: t(`fields.privacy.${one}`),
          }))}
          value={form.watch("privacy")}
          onChange={(next) => form.setValue("privacy", next as PrivacyMode, { shouldDirty: true })}
        />
      </Field>
      <Field
        {...field("reportedParty")}
        optional={t("optional")}
        hint={t("fields.reportedParty.hint")}
      >
        <Combobox
          options={units}
          value={form.watch("reportedParty") || null}
          onChange={(next) => form.setValue("reportedParty", next ?? "", { shouldDirty: true })}
          emptyLabel={t("fields.reportedParty.empty")}
          clearLabel={t("fields.reportedParty.clear")}
        />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          {...field("reporterName")}
          optional={t("optional")}
          hint={t("fields.reporterName.hint")}
        >
          <TextInput maxLength={120} autoComplete="off" {...form.register("reporterName")} />
        </Field>
        <Field {...field("reporterPhone")} optional={t("optional")}>
          <TextInput
            maxLength={24}
            inputMode="tel"
            autoComplete="off"
            {...form.register("reporterPhone")}
          />
        </Field>
      </div>
      <Field {...field("reason")}>
        <Textarea maxLength={2000} rows={3} {...form.register("reason")} />
      </Field>
    </ActionFrame>
  );
}
