"use client";

import { Button } from "@rembuk/ui/button";
import { Field } from "@rembuk/ui/field";
import { Notice } from "@rembuk/ui/notice";
import { Select } from "@rembuk/ui/select";
import { TextInput } from "@rembuk/ui/text-input";
import { Textarea } from "@rembuk/ui/textarea";
import { Save } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useFormat } from "@/components/office-zone";
import { kinds } from "@/features/intake/category-picker";
import { EmergencyNumbers } from "@/features/intake/emergency-numbers";
import type { OfflineCategory } from "./device-database";
import { PhotosField, type Picture } from "./photos-field";
import { emptyProblem, type ProblemEntry, type ProblemField, readProblem } from "./problem-entry";
import type { SealedBody } from "./replayable-commands";
import { isStorageFull } from "./storage-full";

const idOf = (field: ProblemField): string => `luring-${field}`;

interface Village {
  readonly code: string;
  readonly name: string;
}

interface ProblemFormProps {
  /** Where it may be told: the village of the phone, or those of the trip. */
  villages: readonly Village[];
  categories: readonly OfflineCategory[];
  /** Puts it into the outbox. @throws what IndexedDB throws when the phone is full */
  seal: (body: SealedBody<"cases.open">, pictures: readonly Picture["bytes"][]) => Promise<Date>;
  onSaved: () => void;
}

type Outcome =
  | { readonly savedAt: Date }
  | { readonly savedAt: null; readonly failure: "failed" | "full" };

/** A new problem, sealed the moment it is saved. Nothing of an entry is kept unsealed. */
export function ProblemForm({ villages, categories, seal, onSaved }: ProblemFormProps) {
  const t = useTranslations("offline.form");
  const photos = useTranslations("offline.photos");
  const { clockTime } = useFormat();
  const [only] = villages.length === 1 ? villages : [];
  const [entry, setEntry] = useState(() => emptyProblem(only?.code ?? ""));
  const [pictures, setPictures] = useState<readonly Picture[]>([]);
  const [shrinking, setShrinking] = useState(false);
  const [wrong, setWrong] = useState<readonly ProblemField[]>([]);
  const [saving, setSaving] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const top = useRef<HTMLDivElement>(null);
  // What came of it stands above the fields: whoever saved at the bottom must see it.
  useEffect(() => {
    if (outcome) top.current?.scrollIntoView({ block: "start" });
  }, [outcome]);
  const category = categories.find(({ code }) => code === entry.categoryCode);
  const change = (part: Partial<ProblemEntry>) => {
    setEntry({ ...entry, ...part });
    setWrong(wrong.filter((field) => !(field in part)));
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (saving || shrinking) return;
    const read = readProblem(entry);
    if ("problems" in read) {
      setWrong(read.problems);
      document.getElementById(idOf(read.problems[0] ?? "title"))?.focus();
      return;
    }
    setSaving(true);
    try {
      setOutcome({
        savedAt: await seal(
          read.body,
          pictures.map(({ bytes }) => bytes),
        ),
      });
      // The next one is told in the same village more often than not.
      setEntry(emptyProblem(entry.villageCode));
      setPictures([]);
      onSaved();
    } catch (error) {
      setOutcome({ savedAt: null, failure: isStorageFull(error) ? "full" : "failed" });
    }
    setSaving(false);
  };
  return (
    <form noValidate onSubmit={save} className="flex flex-col gap-4 bg-surface px-4 py-4">
      <div ref={top} className="scroll-mt-20">
        <h2 className="text-18 font-bold tracking-[-0.01em]">{t("title")}</h2>
        {only ? <p className="text-14 text-text-2">{t("from", { village: only.name })}</p> : null}
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
      {only ? null : (
        <Field
          label={t("village")}
          id={idOf("villageCode")}
          error={wrong.includes("villageCode") ? t("villageMissing") : undefined}
        >
          <Select
            value={entry.villageCode}
            onChange={(event) => change({ villageCode: event.target.value })}
            placeholder={t("chooseVillage")}
            options={villages.map(({ code, name }) => ({ value: code, label: name }))}
          />
        </Field>
      )}
      <ProblemFields entry={entry} change={change} wrong={wrong} categories={categories} />
      <PhotosField
        key={outcome?.savedAt?.getTime()}
        pictures={pictures}
        onChange={setPictures}
        busy={shrinking}
        setBusy={setShrinking}
      />
      <Button
        type="submit"
        tone="primary"
        size="large"
        block
        icon={<Save size={20} aria-hidden />}
        pending={saving || shrinking}
        pendingLabel={shrinking ? photos("shrinking") : t("saving")}
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
