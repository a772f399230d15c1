"use client";

import { areaLevelOf } from "@rembuk/domain/areas/area-code";
import { Matched } from "@rembuk/ui/combobox";
import { EmptyState, ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { Panel } from "@rembuk/ui/panel";
import { Segmented } from "@rembuk/ui/segmented";
import { TextInput } from "@rembuk/ui/text-input";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { areaTitle } from "./area-name";
import { useSettled } from "./use-settled";

const levels = ["0", "1", "2", "3", "4"] as const;
const mostRows = 50;

/**
 * Every area of the country, found by its name or its code. `tabs`: the heading between the pages of
 * an administrator; without it the page has its own.
 */
export function AreasScreen({ tabs }: { tabs: ReactNode }) {
  const t = useTranslations("areas");
  const [text, setText] = useState("");
  const [level, setLevel] = useState<string>("0");
  return (
    <div className="min-h-full bg-canvas">
      <header className="border-b border-line bg-surface">
        {tabs ? <div className="border-b border-line px-4 pt-1 sm:px-5">{tabs}</div> : null}
        <div className={`px-4 pb-3.5 ${tabs ? "pt-2.5 sm:px-5" : "pt-4 sm:px-7"}`}>
          {tabs ? null : <h1 className="text-22 font-bold tracking-[-0.02em]">{t("title")}</h1>}
          <p className="max-w-[72ch] text-text-2">{t("lead")}</p>
          <div className="mt-3 flex flex-wrap items-center gap-2.5">
            <TextInput
              type="search"
              aria-label={t("search")}
              placeholder={t("placeholder")}
              value={text}
              maxLength={80}
              onChange={(event) => setText(event.target.value)}
              icon={<Search size={16} aria-hidden />}
              className="w-full sm:w-[360px]"
            />
            <Segmented
              label={t("level")}
              value={level}
              onChange={setLevel}
              options={levels.map((value) => ({ value, label: t(`levels.${value}`) }))}
            />
          </div>
        </div>
      </header>
      <div className={`px-4 py-3.5 ${tabs ? "sm:px-5" : "sm:px-7"}`}>
        <Panel flush footer={<Attribution />}>
          <AreaList text={text} level={level === "0" ? undefined : Number(level)} />
        </Panel>
      </div>
    </div>
  );
}

/** The licence of the data asks to be seen with the data. */
function Attribution() {
  const t = useTranslations("areas");
  return (
    <p>
      {t.rich("attribution", {
        source: (chunks) => (
          <a
            href="https://github.com/fityannugroho/idn-area-data"
            rel="noreferrer"
            className="text-brand underline underline-offset-2"
          >
            {chunks}
          </a>
        ),
        licence: (chunks) => (
          <a
            href="https://opendatacommons.org/licenses/odbl/1-0/"
            rel="noreferrer"
            className="text-brand underline underline-offset-2"
          >
            {chunks}
          </a>
        ),
      })}
    </p>
  );
}

function AreaList({ text, level }: { text: string; level: number | undefined }) {
  const t = useTranslations("areas");
  const wording = useErrorWording();
  const settled = useSettled(text.trim());
  const input = { text: settled, under: "", level, limit: mostRows };
  const options = { placeholderData: keepPreviousData, staleTime: 600_000 };
  const found = useQuery(useTRPC().areas.search.queryOptions(input, options));
  if (found.error) {
    return (
      <ErrorState
        title={t("failed")}
        retryLabel={t("retry")}
        retrying={found.isFetching}
        onRetry={() => void found.refetch()}
      >
        {wording(callFailure(found.error).code)}
      </ErrorState>
    );
  }
  if (!found.data) return <SkeletonRows rows={10} label={t("loading")} slow={t("slow")} />;
  if (found.data.length === 0) {
    return <EmptyState title={t("empty", { text: settled })}>{t("emptyText")}</EmptyState>;
  }
  return (
    <>
      <ul aria-label={t("title")} className="divide-y divide-line">
        {found.data.map((area) => {
          const name = areaLevelOf(area.code);
          return (
            <li
              key={area.code}
              className="grid min-h-11 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 px-3 py-1.5 sm:grid-cols-[minmax(0,1fr)_140px_130px_56px]"
            >
              <span className="min-w-0">
                <span className="block font-semibold break-words">
                  <Matched text={areaTitle(area)} query={settled} />
                </span>
                <span className="block text-12 text-text-2">{area.within || t("country")}</span>
              </span>
              <span className="hidden text-text-2 sm:block">{name ? t(`kinds.${name}`) : ""}</span>
              <span className="text-right font-mono text-12 sm:text-left">{area.code}</span>
              <span className="hidden text-12 text-text-2 sm:block">{area.zone}</span>
            </li>
          );
        })}
      </ul>
      {found.data.length === mostRows ? (
        <p className="border-t border-line px-3 py-2 text-12 text-text-2">
          {t("first", { count: mostRows })}
        </p>
      ) : null}
    </>
  );
}
