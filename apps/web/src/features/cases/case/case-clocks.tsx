"use client";

import { toLocalDate } from "@rembuk/domain/calendars/working-days";
import type { BandDay } from "@rembuk/ui/band-geometry";
import { type BandLabels, type BandLane, TwoClocksBand } from "@rembuk/ui/two-clocks-band";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useFormat } from "@/components/office-zone";
import { dayOf } from "@/lib/format";
import type { CaseDetail, CaseStage } from "../case-data";
import { useCaseWords } from "../wording/use-case-words";
import { strandsOf, workingDaysOf } from "./band-days";
import { lanesOf } from "./band-lanes";
import { useClockAside, useClockFigures } from "./use-clock-figures";

/** Both clocks in full: figures, a cell per working day, a strand per holder. */
export function CaseClocks({ kase, compact = false }: { kase: CaseDetail; compact?: boolean }) {
  const figures = useClockFigures(kase, compact);
  const aside = useClockAside(kase);
  const labels = useBandLabels(kase);
  const strands = useStrands(kase);
  const days = useBandDays(kase);
  const { zone } = kase.calendar;
  const settled = kase.resolvedAt ?? kase.closedAt;
  return (
    <TwoClocksBand
      figures={{ ...figures, extra: compact ? undefined : aside }}
      days={days}
      today={toLocalDate(new Date(), zone)}
      frozenOn={settled === null ? undefined : toLocalDate(settled, zone)}
      due={toLocalDate(kase.total.dueAt, zone)}
      dueIsEstimate={kase.dueIsEstimate}
      strands={strands}
      lanes={useLanes(kase)}
      sentence={useSentence(kase)}
      labels={labels}
      compact={compact}
    />
  );
}

function useBandDays(kase: CaseDetail): readonly BandDay[] {
  const { longDate, shortDay } = useFormat(kase.calendar.zone);
  return useMemo(
    () =>
      workingDaysOf(kase, new Date()).map((date) => {
        const day = dayOf(date);
        return { date, label: `${shortDay(day)} ${day.getUTCDate()}`, long: longDate(day) };
      }),
    [kase, longDate, shortDay],
  );
}

function useStrands(kase: CaseDetail) {
  const t = useTranslations("case.band");
  const { holder, shortHolder } = useCaseWords();
  return useMemo(() => {
    const of = (stage: CaseStage) => ({
      kind: stage.holderKind,
      code: stage.holderCode,
      name: stage.holderName,
    });
    return strandsOf(kase, {
      holder: (stage) => holder(of(stage), kase.village.name),
      shortHolder: (stage) => shortHolder(of(stage), kase.village.name),
      label: (who, used, limit) => t("strand", { holder: who, used, limit }),
      shortLabel: (who, used, limit) => t("strandShort", { holder: who, used, limit }),
      late: (days) => t("late", { days }),
      shortLate: (days) => t("lateShort", { days }),
    });
  }, [kase, t, holder, shortHolder]);
}

/** A lane for each referral that is open or was done, tied to the day it was sent. */
function useLanes(kase: CaseDetail): readonly BandLane[] {
  const t = useTranslations("referrals");
  const band = useTranslations("case.band");
  return useMemo(
    () =>
      lanesOf(kase, {
        note: (one) => t(one.isMandatory ? "lane.mandatory" : "lane.supporting"),
        label: (one) => t(`status.${one.status}`, { date: "" }).trim(),
        used: (used, limit) => band("strandShort", { holder: "", used, limit }).trim(),
        late: (days) => band("late", { days }),
        shortLate: (days) => band("lateShort", { days }),
      }),
    [kase, t, band],
  );
}

function useBandLabels(kase: CaseDetail): BandLabels {
  const t = useTranslations("case.band");
  const { shortDate } = useFormat(kase.calendar.zone);
  return {
    totalRow: t("total"),
    stageRow: t("stage"),
    totalNote: t("totalNote", { days: kase.total.limitDays, date: shortDate(kase.receivedAt) }),
    due: t("due"),
    today: t("today"),
    estimate: t("estimate"),
    dayPrefix: t("dayPrefix"),
    omitted: t("omitted", { n: "{n}" }),
    table: t("table"),
    tableDay: t("tableDay"),
    tableDate: t("tableDate"),
    tableHolder: t("tableHolder"),
    tableUsed: t("tableUsed"),
    tableNobody: t("tableNobody"),
  };
}

/** What the picture says to somebody who does not see it. */
function useSentence(kase: CaseDetail): string {
  const t = useTranslations("case.band");
  const { holder } = useCaseWords();
  const { longDate } = useFormat(kase.calendar.zone);
  const { total, stage } = kase;
  const span = { used: total.usedDays, limit: total.limitDays };
  const date = longDate(total.dueAt);
  if (total.state === "stopped") return t("sentenceDone", span);
  const who = holder(kase.holder, kase.village.name);
  const first =
    total.daysLeft < 0
      ? t("sentenceTotalLate", { days: -total.daysLeft, date })
      : t("sentenceTotal", { ...span, date });
  const second =
    stage.daysLeft < 0
      ? t("sentenceStageLate", { holder: who, days: -stage.daysLeft })
      : t("sentenceStage", { holder: who, used: stage.usedDays, limit: stage.limitDays });
  return t("sentence", { total: first, stage: second });
}
