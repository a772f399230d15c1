"use client";

import type { DecaySign } from "@rembuk/domain/sustainability/health";
import { AppLink } from "@rembuk/ui/app-link";
import { PulseStrip } from "@rembuk/ui/pulse-strip";
import { ThreadWord } from "@rembuk/ui/thread-glyph";
import {
  Activity,
  CalendarX2,
  type LucideIcon,
  MessageSquareWarning,
  TriangleAlert,
  UserRoundX,
  WalletMinimal,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import { dayOf } from "@/lib/format";
import { daysUntil, type HealthRow, pulseWords, type Standing, threadOf } from "./health-words";
import { hasPane } from "./use-health-keys";

const signIcons: Record<DecaySign, LucideIcon> = {
  "leader-rotated": UserRoundX,
  "decree-expired": CalendarX2,
  "no-budget": WalletMinimal,
  "no-activity": Activity,
  "complaints-rising": MessageSquareWarning,
};

/**
 * The columns of the board, by the room that the list has: beside an open pane they stand in two lines of
 * three, on a phone below each other. The list is the container.
 */
export const HEALTH_GRID =
  "grid grid-cols-2 gap-x-5 gap-y-2 px-4 sm:px-7 @2xl:grid-cols-[minmax(0,1.6fr)_minmax(112px,1fr)_minmax(136px,0.9fr)] @4xl:grid-cols-[minmax(0,1.4fr)_minmax(112px,0.65fr)_132px_minmax(0,1.1fr)_84px_minmax(136px,0.85fr)]";

/** A phone gives it the whole width. */
const WHOLE_LINE = "col-span-2 @2xl:col-span-1";

interface HealthLineProps {
  readonly row: HealthRow;
  /** Promises of coaching; undefined: there are none, or they are on their way. */
  readonly standing: Standing | undefined;
  readonly today: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

/** One innovation on the board: how it stands, how it beats, what weakens it, what was promised and what comes next. */
export function HealthLine({ row, standing, today, isChosen, onChoose }: HealthLineProps) {
  const t = useTranslations("reviews.health");
  return (
    <AppLink
      href={`/inovasi/${row.id}#keberlanjutan`}
      aria-current={isChosen || undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || !hasPane()) return;
        event.preventDefault();
        onChoose();
      }}
      className={`${HEALTH_GRID} relative items-center py-3.5 text-inherit no-underline hover:bg-hover ${isChosen ? "xl:bg-selected xl:before:absolute xl:before:inset-y-0 xl:before:left-0 xl:before:w-[3px] xl:before:bg-brand" : ""}`}
    >
      <span className="col-span-2 min-w-0 @2xl:col-span-1">
        <span className="block text-14 font-semibold break-words">{row.name}</span>
        <span className="block text-13 text-text-2">
          {[t("place", { name: row.placeName }), row.regencyName].filter(Boolean).join(", ")}
        </span>
      </span>
      <RatingWord row={row} />
      <Pulse row={row} />
      {row.signs.length === 0 ? (
        <span className={`${WHOLE_LINE} text-13 text-text-2`}>{t("noSigns")}</span>
      ) : (
        <HealthSigns signs={row.signs} />
      )}
      <Promises standing={standing} />
      <NextReview row={row} today={today} />
    </AppLink>
  );
}

function Promises({ standing }: { standing: Standing | undefined }) {
  const t = useTranslations("reviews.health");
  // On a phone no heading stands above it, and without promises nothing needs to stand there.
  if (!standing)
    return (
      <span className={`${WHOLE_LINE} hidden text-13 text-text-2 @2xl:block`}>
        <span className="@4xl:sr-only">{t("columns.promises")}: </span>–
      </span>
    );
  const { verified, all, late } = standing;
  return (
    <span className={`${WHOLE_LINE} text-13`}>
      <span className="block">
        <span className="text-text-2 @4xl:sr-only">{t("columns.promises")}: </span>
        {t.rich("kept", { verified, all, b: (words) => <b className="font-semibold">{words}</b> })}
      </span>
      {late > 0 ? (
        <span className="flex items-center gap-1.5 font-semibold text-bad">
          <TriangleAlert size={14} aria-hidden className="flex-none" />
          {t("lateCount", { count: late })}
        </span>
      ) : null}
    </span>
  );
}

export function RatingWord({ row }: { row: Pick<HealthRow, "rating"> }) {
  const t = useTranslations("reviews");
  return row.rating ? (
    <ThreadWord state={threadOf[row.rating]} label={t(`rating.${row.rating}`)} />
  ) : (
    <ThreadWord state="unrated" label={t("health.unrated")} />
  );
}

function Pulse({ row }: { row: HealthRow }) {
  const t = useTranslations("reviews.health");
  if (row.pulse.length === 0) return <span className="text-13 text-text-2">{t("uncounted")}</span>;
  const { weeksAgo, ...steps } = pulseWords(row.pulse);
  return (
    <PulseStrip
      weeks={row.pulse}
      sentence={`${t("steps", steps)} ${weeksAgo === null ? t("never") : t("last", { weeks: weeksAgo })}`}
    />
  );
}

export function HealthSigns({ signs }: { signs: readonly DecaySign[] }) {
  const t = useTranslations("reviews");
  return (
    <span className={`${WHOLE_LINE} flex flex-col gap-1 text-13 font-semibold text-warn`}>
      {signs.map((sign) => {
        const Icon = signIcons[sign];
        return (
          <span key={sign} className="flex items-center gap-1.5">
            <Icon size={14} aria-hidden className="flex-none" />
            {t(`trigger.${sign}`)}
          </span>
        );
      })}
    </span>
  );
}

function NextReview({ row, today }: { row: HealthRow; today: string }) {
  const t = useTranslations("reviews");
  const { shortDate } = useFormat();
  const days = daysUntil(row.nextOn, today);
  const { reviewStatus: status } = row;
  // On a phone no heading stands above it.
  const label = (
    <span className="font-normal text-text-2 @4xl:sr-only">{t("health.columns.next")}: </span>
  );
  // Once the office has answered, its day says nothing any more.
  if (status && status !== "due" && status !== "overdue")
    return (
      <span className={`${WHOLE_LINE} text-13 font-semibold`}>
        {label}
        {t(`status.${status}`)}
      </span>
    );
  return (
    <span className={`${WHOLE_LINE} text-13`}>
      <span className="block">
        {label}
        <span className="@4xl:text-14">{shortDate(dayOf(row.nextOn))}</span>
      </span>
      {days < 0 ? (
        <span className="flex items-center gap-1.5 font-semibold text-bad">
          <TriangleAlert size={14} aria-hidden className="flex-none" />
          {t("health.late", { days: -days })}
        </span>
      ) : (
        <span className="block text-text-2">
          {t(status ? "health.answerIn" : "health.opensIn", { days })}
        </span>
      )}
    </span>
  );
}
