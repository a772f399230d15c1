"use client";

import { Button } from "@rembuk/ui/button";
import { Checkbox } from "@rembuk/ui/checkbox";
import { Field } from "@rembuk/ui/field";
import { Notice } from "@rembuk/ui/notice";
import { Select } from "@rembuk/ui/select";
import { useToast } from "@rembuk/ui/toast";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { inferOutput } from "@trpc/tanstack-react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPC, useTRPCClient } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { LoadedPanel } from "./loaded-panel";

type Setting = inferOutput<ReturnType<typeof useTRPC>["rules"]["office"]>;

/** Working days that an office may give its leaders. */
const dayChoices = [1, 2, 3, 4, 5];

/** Whether the camat's disposisi comes before a case leaves the office. */
export function DispositionPanel({ subdistrictCode }: { subdistrictCode: string }) {
  const t = useTranslations("officeSettings.disposition");
  const query = useQuery(useTRPC().rules.office.queryOptions({ subdistrictCode }));
  return (
    <LoadedPanel id="disposisi" title={t("title")} rows={3} query={query}>
      {(setting) => <DispositionForm key={setting.version} setting={setting} />}
    </LoadedPanel>
  );
}

function useSave(subdistrictCode: string) {
  const t = useTranslations("officeSettings.disposition");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const toast = useToast();
  return useMutation({
    mutationFn: (values: Omit<Setting, "subdistrictCode">) =>
      // Another choice is another act.
      client.rules.saveOffice.mutate({
        clientActionId: crypto.randomUUID(),
        subdistrictCode,
        ...values,
      }),
    onSuccess: async () => {
      toast.show({ title: t("saved") });
      await queries.invalidateQueries(trpc.rules.office.queryFilter({ subdistrictCode }));
    },
  });
}

function DispositionForm({ setting }: { setting: Setting }) {
  const t = useTranslations("officeSettings");
  const wording = useErrorWording();
  const save = useSave(setting.subdistrictCode);
  const [isFirst, setFirst] = useState(setting.dispositionFirst);
  const [days, setDays] = useState(setting.dispositionDays);
  const isChanged = isFirst !== setting.dispositionFirst || days !== setting.dispositionDays;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (save.isPending || !isChanged) return;
    save.mutate({ version: setting.version, dispositionFirst: isFirst, dispositionDays: days });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-3.5">
      <p className="max-w-[76ch] text-control text-text-2">{t("disposition.lead")}</p>
      {save.error ? (
        <Notice tone="bad" live>
          {wording(callFailure(save.error).code)}
        </Notice>
      ) : null}
      <Checkbox
        label={t("disposition.option")}
        hint={t("disposition.optionHint")}
        checked={isFirst}
        onChange={(event) => setFirst(event.target.checked)}
      />
      {isFirst ? (
        <Field label={t("disposition.days")} hint={t("disposition.daysHint")}>
          <Select
            className="max-w-[220px]"
            value={String(days)}
            options={dayChoices.map((one) => ({
              value: String(one),
              label: t("disposition.dayChoice", { days: one }),
            }))}
            onChange={(event) => setDays(Number(event.target.value))}
          />
        </Field>
      ) : null}
      {setting.dispositionFirst && !isFirst ? (
        <Notice tone="info">{t("disposition.changed")}</Notice>
      ) : null}
      <div>
        <Button
          type="submit"
          tone="primary"
          disabled={!isChanged}
          pending={save.isPending}
          pendingLabel={t("saving")}
        >
          {t("save")}
        </Button>
      </div>
    </form>
  );
}
