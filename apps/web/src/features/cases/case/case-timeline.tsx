"use client";

import { SectionHeader } from "@rembuk/ui/section-header";
import { Timeline } from "@rembuk/ui/timeline";
import { useTranslations } from "next-intl";
import type { CaseDetail } from "../case-data";
import { useTimelineWords } from "./use-timeline-words";

/** What happened, newest first. */
export function CaseTimeline({ kase }: { kase: CaseDetail }) {
  const t = useTranslations("case.timeline");
  const words = useTimelineWords(kase);
  return (
    <section aria-labelledby="linimasa" className="flex min-w-0 flex-col gap-2">
      <SectionHeader id="linimasa" title={t("title")} />
      <Timeline
        label={t("title")}
        kindLabels={{
          change: t("kinds.change"),
          fact: t("kinds.fact"),
          escalation: t("kinds.escalation"),
        }}
        entries={kase.timeline.map(words.drawn)}
      />
    </section>
  );
}
