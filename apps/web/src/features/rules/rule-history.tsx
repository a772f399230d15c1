"use client";

import { ruleFields } from "@rembuk/domain/cases/category-rules";
import { SkeletonRows } from "@rembuk/ui/list-states";
import { Panel } from "@rembuk/ui/panel";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import type { RuleField, RuleHistory, RulePlace, RuleVersionRow } from "./rules-data";
import type { RuleWords } from "./use-rule-words";

interface RuleHistoryProps {
  place: RulePlace;
  history: RuleHistory | undefined;
  words: RuleWords;
}

/** Every version of this area and of the one above it, with what it changed. */
export function RuleHistoryPanel({ place, history, words }: RuleHistoryProps) {
  const t = useTranslations("rules");
  return (
    <Panel id="rule-history" level={3} title={t("history.title")} flush>
      {history ? (
        <ol className="divide-y divide-line">
          {history.versions.map((version) => (
            <VersionItem
              key={version.id}
              place={place}
              version={version}
              before={history.versions.find(
                (v) => v.areaCode === version.areaCode && v.version === version.version - 1,
              )}
              words={words}
            />
          ))}
          <li className="px-3 py-2.5 text-control text-text-2">{t("history.master")}</li>
        </ol>
      ) : (
        <SkeletonRows rows={2} label={t("loading")} slow={t("slow")} />
      )}
    </Panel>
  );
}

interface VersionItemProps {
  place: RulePlace;
  version: RuleVersionRow;
  before: RuleVersionRow | undefined;
  words: RuleWords;
}

const changedFields = (now: RuleVersionRow, before: RuleVersionRow | undefined): RuleField[] =>
  ruleFields.filter(
    (field) =>
      JSON.stringify(now.settings[field] ?? null) !==
      JSON.stringify(before?.settings[field] ?? null),
  );

function VersionItem({ place, version, before, words }: VersionItemProps) {
  const t = useTranslations("rules");
  const { longDateTime, longDate } = useFormat();
  const word = (row: RuleVersionRow | undefined, field: RuleField) =>
    row?.settings[field] === undefined
      ? t("history.inherited")
      : words.valueWord(field, row.settings[field]);
  const wasActive = before?.isActive ?? true;
  return (
    <li className="flex flex-col gap-1.5 px-3 py-2.5">
      <p className="flex flex-wrap items-baseline gap-x-2 text-control">
        <strong className="font-semibold">{t("version", { version: version.version })}</strong>
        {version.areaCode === place.code ? null : (
          <span className="text-12 text-text-2">{t("source.regency")}</span>
        )}
        <span className="text-12 text-text-2">
          {version.createdByName ?? "–"} · {longDateTime(version.createdAt)}
        </span>
      </p>
      <p className="text-control break-words">{version.reason}</p>
      {version.isWaiting ? (
        <p className="text-12 text-info">
          {t("waitingUntil", { date: longDate(version.inForceFrom) })}
        </p>
      ) : null}
      <ul className="text-12 text-text-2">
        {changedFields(version, before).map((field) => (
          <li key={field} className="break-words">
            {t("history.change", {
              field: t(`field.${field}`),
              before: word(before, field),
              after: word(version, field),
            })}
          </li>
        ))}
        {before && before.parentCode !== version.parentCode ? (
          <li className="break-words">
            {t("history.moved", {
              before: words.categoryName(before.parentCode ?? ""),
              after: words.categoryName(version.parentCode ?? ""),
            })}
          </li>
        ) : null}
        {wasActive === version.isActive ? null : (
          <li>{t(version.isActive ? "history.on" : "history.off")}</li>
        )}
      </ul>
    </li>
  );
}
