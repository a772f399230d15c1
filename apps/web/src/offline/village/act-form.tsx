"use client";

import { relayWays } from "@rembuk/domain/cases/model";
import { Button } from "@rembuk/ui/button";
import { Field } from "@rembuk/ui/field";
import { Notice } from "@rembuk/ui/notice";
import { RadioGrid } from "@rembuk/ui/radio-grid";
import { TextInput } from "@rembuk/ui/text-input";
import { Textarea } from "@rembuk/ui/textarea";
import { Save } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { commandWord } from "../command-word";
import type { DeviceProfile } from "../device-database";
import { sealIntoOutbox } from "../outbox";
import { isStorageFull } from "../storage-full";
import {
  type ActEntry,
  type ActField,
  aboutOf,
  type CaseAct,
  emptyAct,
  fieldsOf,
  readAct,
} from "./act-entry";

interface ActFormProps {
  device: DeviceProfile;
  wanted: CaseAct;
  onSaved: () => void;
  onCancel: () => void;
}

/** One answer of the village, sealed the moment it is saved. */
export function ActForm({ device, wanted, onSaved, onCancel }: ActFormProps) {
  const t = useTranslations("offline.cases");
  const command = useTranslations("offline.command");
  const id = useId();
  const [entry, setEntry] = useState(emptyAct);
  const [wrong, setWrong] = useState<readonly ActField[]>([]);
  const [failure, setFailure] = useState<"failed" | "saveFull" | null>(null);
  const [saving, setSaving] = useState(false);
  const change = (part: Partial<ActEntry>) => {
    setEntry({ ...entry, ...part });
    setWrong(wrong.filter((field) => !(field in part)));
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (saving) return;
    const read = readAct(wanted, entry);
    if ("problems" in read) {
      setWrong(read.problems);
      document.getElementById(`${id}-${read.problems[0]}`)?.focus();
      return;
    }
    setSaving(true);
    try {
      await sealIntoOutbox(device, wanted.act, read.body, aboutOf(wanted));
      onSaved();
    } catch (error) {
      setFailure(isStorageFull(error) ? "saveFull" : "failed");
      setSaving(false);
    }
  };
  return (
    <form
      noValidate
      onSubmit={save}
      aria-label={command(commandWord[wanted.act])}
      className="flex flex-col gap-3 rounded-r2 border border-line bg-sunken p-3"
    >
      {failure ? (
        <Notice tone="bad" live>
          {t(failure)}
        </Notice>
      ) : null}
      <ActFields {...{ id, wanted, entry, wrong, change }} />
      <div className="flex flex-wrap gap-2">
        <Button
          type="submit"
          tone="primary"
          icon={<Save size={18} aria-hidden />}
          pending={saving}
          pendingLabel={t("saving")}
        >
          {t("save")}
        </Button>
        <Button tone="quiet" onClick={onCancel}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}

const wordLabels = {
  "cases.confirm": "note",
  "cases.reopen": "reason",
  "cases.relay": "toldBy",
  "referrals.accept": "note",
  "referrals.decline": "declineWords",
  "referrals.finish": "finishWords",
} as const;

interface ActFieldsProps {
  id: string;
  wanted: CaseAct;
  entry: ActEntry;
  wrong: readonly ActField[];
  change: (part: Partial<ActEntry>) => void;
}

function ActFields({ id, wanted, entry, wrong, change }: ActFieldsProps) {
  const t = useTranslations("offline.cases");
  const { words, how } = fieldsOf[wanted.act];
  const isName = wanted.act === "cases.relay";
  const onChange = (event: { target: { value: string } }) => change({ words: event.target.value });
  return (
    <>
      {words ? (
        <Field
          id={`${id}-words`}
          label={t(wordLabels[wanted.act])}
          hint={isName ? t("toldByHint") : undefined}
          error={wrong.includes("words") ? t("wordsMissing") : undefined}
        >
          {isName ? (
            <TextInput value={entry.words} onChange={onChange} autoComplete="off" maxLength={120} />
          ) : (
            <Textarea rows={3} value={entry.words} onChange={onChange} maxLength={2000} />
          )}
        </Field>
      ) : null}
      {how ? (
        <Field
          group
          id={`${id}-how`}
          label={t("how")}
          error={wrong.includes("how") ? t("howMissing") : undefined}
        >
          <RadioGrid
            name={`${id}-ways`}
            columns={3}
            options={relayWays.map((way) => ({ value: way, label: t(`ways.${way}`) }))}
            value={entry.how}
            onChange={(way) => change({ how: relayWays.find((one) => one === way) ?? null })}
          />
        </Field>
      ) : null}
    </>
  );
}
