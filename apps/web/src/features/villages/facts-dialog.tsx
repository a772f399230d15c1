"use client";

import {
  accesses,
  type SaveVillageFactsCommand,
  saveVillageFactsCommand,
  signals,
} from "@rembuk/domain/trips/village-facts";
import { Button } from "@rembuk/ui/button";
import { Dialog } from "@rembuk/ui/dialog";
import { Field } from "@rembuk/ui/field";
import { Notice } from "@rembuk/ui/notice";
import { Select } from "@rembuk/ui/select";
import { TextInput } from "@rembuk/ui/text-input";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { useTRPC, useTRPCClient } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import type { VillageSheet } from "./village-data";

/** "2,5" and "2.5" are both two and a half. */
const hoursOf = (text: string): number =>
  text.trim() === "" ? Number.NaN : Number(text.replace(",", "."));

const draftOf = ({ facts }: VillageSheet) => ({
  hours: facts ? String(facts.hoursToOffice).replace(".", ",") : "",
  signal: facts?.signal ?? "",
  access: facts?.access ?? "",
  rainyAccess: facts?.rainyAccess ?? "",
  source: facts?.source ?? "",
});
type Draft = ReturnType<typeof draftOf>;

function useSaveFacts(onDone: () => void) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (command: SaveVillageFactsCommand) => client.trips.saveVillageFacts.mutate(command),
    onSuccess: async () => {
      await cache.invalidateQueries(trpc.reports.villageSheet.pathFilter());
      onDone();
    },
  });
}

/** How far away the village is, and who says so. */
export function FactsDialog({ sheet, onClose }: { sheet: VillageSheet; onClose: () => void }) {
  const t = useTranslations("villageSheet.known");
  const wording = useErrorWording();
  const formId = useId();
  const [draft, setDraft] = useState(() => draftOf(sheet));
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const save = useSaveFacts(onClose);
  const put = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }));
  const error = (field: string) =>
    wrong.has(field) ? t(`wrong.${field}` as "wrong.source") : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const parsed = saveVillageFactsCommand.safeParse({
      ...{ clientActionId: crypto.randomUUID(), villageCode: sheet.village.code },
      ...{ ...draft, version: sheet.facts?.version ?? 0, hoursToOffice: hoursOf(draft.hours) },
    });
    setWrong(new Set(parsed.error?.issues.map(({ path }) => String(path[0])) ?? []));
    if (parsed.success && !save.isPending) save.mutate(parsed.data);
  };
  const choice = (field: "signal" | "access" | "rainyAccess", values: readonly string[]) => (
    <Field label={t(`field.${field}`)} error={error(field)}>
      <Select
        placeholder={t("choose")}
        value={draft[field]}
        options={values.map((value) => ({
          value,
          label: t(`${field === "signal" ? "signals" : "accesses"}.${value}` as "accesses.car"),
        }))}
        onChange={(event) => put({ [field]: event.target.value })}
      />
    </Field>
  );
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t("title", { village: sheet.village.name })}
      description={t("about")}
      closeLabel={t("close")}
      footer={
        <Button type="submit" form={formId} tone="primary" pending={save.isPending}>
          {t("save")}
        </Button>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-3.5">
        {save.error ? (
          <Notice tone="bad" live>
            {wording(callFailure(save.error).code)}
          </Notice>
        ) : null}
        <Field label={t("field.hours")} hint={t("hoursHint")} error={error("hoursToOffice")}>
          <TextInput
            inputMode="decimal"
            value={draft.hours}
            maxLength={6}
            onChange={(event) => put({ hours: event.target.value })}
          />
        </Field>
        {choice(
          "access",
          accesses.filter((one) => one !== "cut"),
        )}
        {choice("rainyAccess", accesses)}
        {choice("signal", signals)}
        <Field label={t("field.source")} hint={t("sourceHint")} error={error("source")}>
          <TextInput
            value={draft.source}
            maxLength={200}
            onChange={(event) => put({ source: event.target.value })}
          />
        </Field>
      </form>
    </Dialog>
  );
}
