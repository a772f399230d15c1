"use client";

import type { ChatReport } from "@rembuk/domain/cases/chat-report";
import { type KeyValueEntry, KeyValueList } from "@rembuk/ui/key-value";
import { useTranslations } from "next-intl";
import { type IntakeEntry, isStarted } from "./intake-entry";
import type { Offered } from "./use-chat";

interface ChatFindingsProps extends Offered {
  entry: IntakeEntry;
  report: ChatReport;
  /** Photos that are there to go along. */
  found: number;
}

/** What was found, guesses named as guesses, before anything is filled in. */
export function ChatFindings({ report, entry, villages, categories, found }: ChatFindingsProps) {
  const t = useTranslations("intake.chat");
  const village = villages.find(({ code }) => code === report.villageCode);
  const category = categories.find(({ code }) => code === report.categoryCode);
  const missing = Math.max(0, report.media - found);
  const entries: KeyValueEntry[] = [
    { key: "who", label: t("who"), value: report.name || report.phone },
    { key: "at", label: t("at"), value: report.heardAt?.replace("T", " ") ?? "" },
    { key: "village", label: t("village"), value: village?.name ?? t("noGuess") },
    { key: "category", label: t("category"), value: category?.name ?? t("noGuess") },
    {
      key: "story",
      label: t("story"),
      value: <span className="line-clamp-4 whitespace-pre-line">{report.story}</span>,
    },
  ];
  return (
    <div aria-live="polite">
      <KeyValueList entries={entries} labelWidth={110} />
      {missing > 0 ? (
        <p className="mt-2 text-meta text-text-2">{t("media", { count: missing })}</p>
      ) : null}
      {isStarted(entry) ? <p className="mt-2 text-meta text-warn">{t("replaces")}</p> : null}
    </div>
  );
}
