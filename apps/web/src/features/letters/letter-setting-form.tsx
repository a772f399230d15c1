"use client";

import { saveLetterSettingCommand } from "@rembuk/domain/letters/commands";
import { isSoundFormat } from "@rembuk/domain/letters/numbering";
import { Button } from "@rembuk/ui/button";
import { Field } from "@rembuk/ui/field";
import { Notice } from "@rembuk/ui/notice";
import { Textarea } from "@rembuk/ui/textarea";
import { useToast } from "@rembuk/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPC, useTRPCClient } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { LetterheadPreview } from "./letterhead-preview";
import type { LetterSettingShown } from "./letters-data";
import { NumberFormatField } from "./number-format-field";

const parts = saveLetterSettingCommand.pick({ numberFormat: true, letterhead: true, copies: true });
const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

function useSave({ subdistrictCode, version }: LetterSettingShown) {
  const t = useTranslations("officeSettings.letters");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const toast = useToast();
  return useMutation({
    mutationFn: (values: { numberFormat: string; letterhead: string[]; copies: string[] }) =>
      // Other words are another act.
      client.letters.saveSetting.mutate({
        clientActionId: crypto.randomUUID(),
        ...{ subdistrictCode, version },
        ...values,
      }),
    onSuccess: async () => {
      toast.show({ title: t("saved") });
      await queries.invalidateQueries(trpc.letters.setting.queryFilter({ subdistrictCode }));
    },
  });
}

/** Format with the next number, head with its look, tembusan. */
export function LetterSettingForm({ setting }: { setting: LetterSettingShown }) {
  const t = useTranslations("officeSettings");
  const wording = useErrorWording();
  const save = useSave(setting);
  const [numberFormat, setFormat] = useState(setting.numberFormat);
  const [head, setHead] = useState(setting.letterhead.join("\n"));
  const [copies, setCopies] = useState(setting.copies.join("\n"));
  const values = { numberFormat, letterhead: linesOf(head), copies: linesOf(copies) };
  const isSound = isSoundFormat(numberFormat);
  const refused = parts.safeParse(values).error?.issues.map((issue) => issue.path[0]) ?? [];
  const before = [setting.numberFormat, setting.letterhead, setting.copies];
  const isChanged = JSON.stringify(Object.values(values)) !== JSON.stringify(before);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isSound && isChanged && refused.length === 0 && !save.isPending) save.mutate(values);
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      {save.error ? (
        <Notice tone="bad" live>
          {wording(callFailure(save.error).code)}
        </Notice>
      ) : null}
      <NumberFormatField value={numberFormat} next={setting.next} onChange={setFormat} />
      <div className="grid gap-4 lg:grid-cols-2">
        <Field
          label={t("letters.head")}
          hint={t("letters.headHint")}
          error={refused.includes("letterhead") ? t("letters.headRefused") : undefined}
        >
          <Textarea rows={3} value={head} onChange={(event) => setHead(event.target.value)} />
        </Field>
        <LetterheadPreview head={setting.head} lines={values.letterhead} />
      </div>
      <Field
        label={t("letters.copies")}
        hint={t("letters.copiesHint")}
        error={refused.includes("copies") ? t("letters.copiesRefused") : undefined}
      >
        <Textarea rows={3} value={copies} onChange={(event) => setCopies(event.target.value)} />
      </Field>
      <div>
        <Button
          type="submit"
          tone="primary"
          disabled={!isChanged || !isSound || refused.length > 0}
          pending={save.isPending}
          pendingLabel={t("saving")}
        >
          {t("save")}
        </Button>
      </div>
    </form>
  );
}
