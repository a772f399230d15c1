"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import { useTRPC } from "@/lib/trpc";
import type { RuleFieldsProps } from "./rule-field";
import type { RulePlace } from "./rules-data";
import { daysOf, isSoundLine, type TaskLine } from "./task-lines";

interface TaskPreviewProps extends RuleFieldsProps {
  place: RulePlace;
  lines: readonly TaskLine[];
}

/** What a case that comes in now is offered: each step with its day. */
export function TaskPreview({ place, node, form, lines }: TaskPreviewProps) {
  const t = useTranslations("rules.steps");
  const doerWord = useTranslations("referrals.tasks.doer");
  const { shortDate, longDate } = useFormat();
  const isSound = lines.length > 0 && lines.every(isSoundLine);
  const limitDays = isSound ? lines.map((line) => daysOf(line) ?? 1) : [];
  const dates = useQuery(
    useTRPC().rules.taskDates.queryOptions(
      { areaCode: place.code, limitDays },
      { enabled: isSound, placeholderData: keepPreviousData, staleTime: 60_000 },
    ),
  ).data;
  if (lines.length === 0) return null;
  const total = Number(form.entry.resolutionDays || node.inherited.resolutionDays);
  return (
    <section
      aria-labelledby="pratinjau-langkah"
      className="border-t border-line bg-surface-2 px-3 py-2.5"
    >
      <h4 id="pratinjau-langkah" className="text-12 font-semibold text-text-2">
        {dates ? t("preview.today", { date: longDate(dates.receivedAt) }) : t("preview.title")}
      </h4>
      {isSound ? (
        <ol className="mt-1 flex list-decimal flex-col gap-1 pl-5 text-control marker:text-text-3">
          {lines.map((line, at) => {
            const due = dates?.dueAts[at];
            const isBeyond = (daysOf(line) ?? 0) > total;
            return (
              <li key={line.key} className="break-words">
                {line.title}
                {line.isMandatory ? <b className="font-semibold"> ({t("mandatoryWord")})</b> : null}
                <span className="block text-12 text-text-2">
                  {doerWord(line.doer)}
                  {due ? ` · ${t("preview.due", { date: shortDate(due) })}` : null}
                  {isBeyond ? (
                    <strong className="font-semibold text-warn">
                      {" "}
                      {t("preview.beyond", { count: total })}
                    </strong>
                  ) : null}
                </span>
              </li>
            );
          })}
        </ol>
      ) : (
        <p className="mt-1 text-12 text-text-2">{t("preview.unsound")}</p>
      )}
      <p className="mt-1.5 text-12 text-text-3">{t("preview.note")}</p>
    </section>
  );
}
