"use client";

import { EmptyState } from "@rembuk/ui/list-states";
import { Notice } from "@rembuk/ui/notice";
import { useTranslations } from "next-intl";
import type { CaseSearch } from "./use-case-search";

const ways = ["number", "name", "person", "village", "words", "phrase"] as const;

function Ways() {
  const t = useTranslations("caseSearch");
  return (
    <ul className="flex list-disc flex-col gap-1 pl-5 text-left">
      {ways.map((way) => (
        <li key={way}>{t(`ways.${way}`)}</li>
      ))}
    </ul>
  );
}

/** Before anything was typed: what can be typed. */
export function SearchStart() {
  const t = useTranslations("caseSearch");
  return (
    <EmptyState title={t("start")}>
      <Ways />
    </EmptyState>
  );
}

/** Nothing found: why that may be, and what to try. */
export function SearchEmpty({ search }: { search: CaseSearch }) {
  const t = useTranslations("caseSearch");
  const isDigits = search.first?.kind === "digits";
  return (
    <EmptyState title={t("empty")}>
      <p className="pb-2">{isDigits ? t("emptyDigits") : t("emptyText")}</p>
      {isDigits ? null : <Ways />}
    </EmptyState>
  );
}

/** What should be known of the answer before it is read. */
export function SearchNotes({ search }: { search: CaseSearch }) {
  const t = useTranslations("caseSearch");
  const { first, items, isUnwritten } = search;
  return (
    <div className="flex flex-col gap-2 empty:hidden">
      {first?.isNear && items.length > 0 ? <Notice tone="info">{t("near")}</Notice> : null}
      {first?.failsCheck ? <Notice tone="warn">{t("failsCheck")}</Notice> : null}
      {isUnwritten ? <p className="text-13 text-text-2">{t("unwritten")}</p> : null}
    </div>
  );
}
