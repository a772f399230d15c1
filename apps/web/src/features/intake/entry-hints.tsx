"use client";

import { Button } from "@rembuk/ui/button";
import { Notice } from "@rembuk/ui/notice";
import { useTranslations } from "next-intl";
import { DuplicateHints } from "@/features/cases/duplicates/duplicate-hints";
import { useDuplicateHints, useRested } from "@/features/cases/duplicates/use-duplicate-hints";
import { type IntakeEntry, titleOf } from "./intake-entry";

interface EntryHintsProps {
  entry: IntakeEntry;
  change: (part: Partial<IntakeEntry>) => void;
  level?: 2 | 3;
}

/** Enough to compare: a place, a type and some words. */
const inputOf = (entry: IntakeEntry) =>
  entry.villageCode !== null && entry.categoryCode !== null && entry.story.trim().length >= 12
    ? {
        villageCode: entry.villageCode,
        categoryCode: entry.categoryCode,
        title: titleOf(entry).slice(0, 300),
        description: entry.story.slice(0, 8000),
        reporter: {
          ...(entry.name.trim() ? { name: entry.name.trim().slice(0, 120) } : {}),
          phone: entry.phone.slice(0, 24) || null,
          nik: entry.nik.slice(0, 20) || null,
        },
      }
    : null;

/** While a report is taken down: was it told before? The officer goes on or lets that case carry it. */
export function EntryHints({ entry, change, level }: EntryHintsProps) {
  const t = useTranslations("duplicates");
  const hints = useDuplicateHints(useRested(inputOf(entry)));
  if (entry.joinNumber !== null) {
    return (
      <Notice
        tone="info"
        live
        title={t("joining", { number: entry.joinNumber })}
        actions={
          <Button size="small" onClick={() => change({ joinNumber: null })}>
            {t("joinNot")}
          </Button>
        }
      >
        {t("joiningText")}
      </Notice>
    );
  }
  return (
    <DuplicateHints
      hints={hints}
      level={level}
      join={{ label: t("join"), run: (hint) => change({ joinNumber: hint.number }) }}
    />
  );
}
