"use client";

import { Button } from "@rembuk/ui/button";
import { Field } from "@rembuk/ui/field";
import { Notice } from "@rembuk/ui/notice";
import { Select } from "@rembuk/ui/select";
import { TextInput } from "@rembuk/ui/text-input";
import { Textarea } from "@rembuk/ui/textarea";
import { Save } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useFormat } from "@/components/office-zone";
import { kinds } from "@/features/intake/category-picker";
import { EmergencyNumbers } from "@/features/intake/emergency-numbers";
import type { DeviceProfile, OfflineCategory } from "./device-database";
import { sealIntoOutbox } from "./outbox";
import { emptyProblem, type ProblemEntry, type ProblemField, readProblem } from "./problem-entry";
import { isStorageFull } from "./storage-full";

const idOf = (field: ProblemField): string => `luring-${field}`;

interface ProblemFormProps {
  device: DeviceProfile;
  categories: readonly OfflineCategory[];
  onSaved: () => void;
}

type Outcome =
  | { readonly savedAt: Date }
  | { readonly savedAt: null; readonly failure: "failed" | "full" };

/** A new problem, sealed the moment it is saved. Nothing of an entry is kept unsealed. */
export function ProblemForm({ device, categories, onSaved }: ProblemFormProps) {
  const t = useTranslations("offline.form");
  const { clockTime } = useFormat();
  const [entry, setEntry] = useState(emptyProblem);
  const [wrong, setWrong] = useState<readonly ProblemField[]>([]);
  const [saving, setSaving] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const category = categories.find(({ code }) => code === entry.categoryCode);
  const change = (part: Partial<ProblemEntry>) => {
    setEntry({ ...entry, ...part });
    setWrong(wrong.filter((field) => !(field in part)));
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (saving) return;
    const read = readProblem(entry, device.villageCode);
    if ("problems" in read) {
      setWrong(read.problems);
      document.getElementById(idOf(read.problems[0] ?? "title"))?.focus();
      return;
    }
    setSaving(true);
    try {
      setOutcome({ savedAt: await sealIntoOutbox(device, "cases.open", read.body) });
      setEntry(emptyProblem);
      onSaved();
    } catch (error) {
      setOutcome({ savedAt: null, failure: isStorageFull(error) ? "full" : "failed" });
    }
    setSaving(false);
  };
  return (
    <form noValidate onSubmit={save} className="flex flex-col gap-4 bg-surface px-4 py-4">
      <div>
        <h2 className="text-18 font-bold tracking-[-0.01em]">{t("title")}</h2>
        <p className="text-14 text-text-2">{t("from", { village: device.villageName })}</p>
      </div>
      {outcome?.savedAt ? (
        <Notice tone="ok" live>
          {t("saved", { time: clockTime(outcome.savedAt) })}
        </Notice>
      ) : null}
      {outcome && !outcome.savedAt ? (
        <Notice tone="bad" live>
          {t(outcome.failure)}
        </Notice>
      ) : null}
      {category?.isAlwaysEmergency ? (
        <EmergencyNumbers isEmergency hours={category.emergencyHours} />
      ) : null}
      <ProblemFields entry={entry} change={change} wrong={wrong} categories={categories} />
      <Button
        type="submit"
        tone="primary"
        size="large"
        block
        icon={<Save size={20} aria-hidden />}
        pending={saving}
        pendingLabel={t("saving")}
      >
        {t("save")}
      </Button>
    </form>
  );
}

interface ProblemFieldsProps {
  entry: ProblemEntry;
  change: (part: Partial<ProblemEntry>) => void;
  wrong: readonly ProblemField[];
  categories: readonly OfflineCategory[];
}

function ProblemFields({ entry, change, wrong, categories }: ProblemFieldsProps) {
  const t = useTranslations("offline.form");
  const missing = (field: ProblemField, words: string) =>
    wrong.includes(field) ? words : undefined;
  return (
    <>
      <Field
        label={t("category")}
        id={idOf("categoryCode")}
        error={missing("categoryCode", t("categoryMissing"))}
      >
        <Select
          value={entry.categoryCode}
          onChange={(event) => change({ categoryCode: event.target.value })}
          placeholder={t("choose")}
        >
          <CategoryGroups categories={categories} />
        </Select>
      </Field>
      <Field label={t("subject")} id={idOf("title")} error={missing("title", t("subjectMissing"))}>
        <TextInput
          value={entry.title}
          onChange={(event) => change({ title: event.target.value })}
          autoComplete="off"
          maxLength={300}
        />
      </Field>
      <Field
        label={t("story")}
        id={idOf("story")}
        hint={t("storyHint")}
        error={missing("story", t("storyMissing"))}
      >
        <Textarea
          rows={4}
          value={entry.story}
          onChange={(event) => change({ story: event.target.value })}
          maxLength={4000}
        />
      </Field>
      <Field
        label={t("reporter")}
        id={idOf("reporter")}
        error={missing("reporter", t("reporterMissing"))}
      >
        <TextInput
          value={entry.reporter}
          onChange={(event) => change({ reporter: event.target.value })}
          autoComplete="off"
          maxLength={120}
        />
      </Field>
    </>
  );
}

/** The phone's own list, grouped by kind: quick for a thumb, and it needs no network. */
function CategoryGroups({ categories }: { categories: readonly OfflineCategory[] }) {
  const t = useTranslations("intake.kinds");
  return kinds.map((kind) => (
    <optgroup key={kind} label={t(kind)}>
      {categories
        .filter((category) => category.kind === kind)
        .map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
    </optgroup>
  ));
}
