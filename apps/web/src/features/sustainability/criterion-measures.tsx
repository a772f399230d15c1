"use client";

import type { Trend } from "@rembuk/domain/innovations/evidence";
import { measuresOf } from "@rembuk/domain/sustainability/measures";
import { useQuery } from "@tanstack/react-query";
import { ArrowDownRight, ArrowRight, ArrowUpRight, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import { useToday } from "@/features/people/use-appointment";
import { dayOf } from "@/lib/format";
import { useRupiah } from "@/lib/rupiah";
import { useTRPC } from "@/lib/trpc";
import type { Standing } from "./health-words";
import { type MeasuredInnovation, type MeasuredLine, measured } from "./measured";

/** What the numbers beside the criteria are read from; null: not there yet. */
export interface LiveNumbers {
  readonly innovation: MeasuredInnovation;
  readonly standing: Standing | undefined;
}

export const useLiveNumbers = (innovationId: string): LiveNumbers | null => {
  const trpc = useTRPC();
  const one = useQuery(trpc.innovations.show.queryOptions({ innovationId }));
  const promised = useQuery(
    trpc.coaching.standings.queryOptions({ innovationIds: [innovationId] }),
  );
  return one.data ? { innovation: one.data, standing: promised.data?.[0] } : null;
};

const icons: Readonly<Record<NonNullable<Trend>, LucideIcon>> = {
  up: ArrowUpRight,
  same: ArrowRight,
  down: ArrowDownRight,
};

/** Numbers from live operation beside one criterion; where nothing is measured, that the office's word stands alone. */
export function CriterionMeasures({ code, numbers }: { code: string; numbers: LiveNumbers }) {
  const t = useTranslations("reviews");
  const today = useToday();
  const { innovation, standing } = numbers;
  const lines = measuresOf(code).flatMap((one) => measured(one, innovation, standing, today));
  if (lines.length === 0) return <p className="text-13 text-text-2">{t("measured.none")}</p>;
  return (
    <ul aria-label={t("measured.title")} className="flex flex-wrap gap-x-4 gap-y-1 text-13">
      {lines.map((line) => (
        <MeasureLine key={line.key} line={line} />
      ))}
    </ul>
  );
}

function MeasureLine({ line: { key, values, trend } }: { line: MeasuredLine }) {
  const t = useTranslations("reviews.measured");
  const { shortDate, number } = useFormat();
  const rupiah = useRupiah();
  const said = {
    ...Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        typeof value === "number" ? number(value) : value,
      ]),
    ),
    ...(typeof values.day === "string" ? { day: shortDate(dayOf(values.day)) } : {}),
    ...(typeof values.amount === "number" ? { amount: rupiah(values.amount) } : {}),
    ...(typeof values.what === "string" ? { what: t(`of.${values.what as "cases"}`) } : {}),
  };
  const Icon = trend && icons[trend];
  return (
    <li className="flex items-center gap-1">
      {t(key, said)}
      {Icon ? (
        <span className="flex items-center gap-0.5 text-text-2">
          <Icon size={14} aria-hidden />
          {t(`trend.${trend}`)}
        </span>
      ) : null}
    </li>
  );
}

/** What the office said of each criterion, beside what was measured: for who judges. */
export function AnsweredCriteria({
  criteria,
  answers,
  numbers,
}: {
  criteria: readonly { readonly code: string; readonly name: string }[];
  answers: readonly { readonly code: string; readonly grade: number; readonly note: string }[];
  numbers: LiveNumbers;
}) {
  const t = useTranslations("reviews");
  return (
    <ul aria-label={t("answers")} className="flex flex-col divide-y divide-line">
      {criteria.map(({ code, name }) => {
        const answer = answers.find((one) => one.code === code);
        return (
          <li key={code} className="flex flex-col gap-1 py-2 first:pt-0">
            <span className="flex flex-wrap items-baseline gap-x-2 text-14">
              <b className="font-semibold">{name}</b>
              {answer ? (
                <span>{t(`grades.${answer.grade as 0}`)}</span>
              ) : (
                <span className="text-text-2">–</span>
              )}
            </span>
            {answer?.note ? <span className="text-13 break-words">{answer.note}</span> : null}
            <CriterionMeasures code={code} numbers={numbers} />
          </li>
        );
      })}
    </ul>
  );
}
