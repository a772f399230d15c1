"use client";

import { Kbd } from "@rembuk/ui/kbd";
import { useQuery } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo, type Ref, useEffect, useState } from "react";
import { useTRPC } from "@/lib/trpc";
import { ExtraFilters } from "./extra-filters";
import { FilterMenu } from "./filter-menu";
import { LookMenus } from "./look-menus";
import type { QueueLook } from "./queue-look";
import { holderFilters, latenessFilters, type QueueFilters } from "./queue-view";

interface QueueFilterBarProps {
  filters: QueueFilters;
  onChange: (change: Partial<Omit<QueueFilters, "view">>) => void;
  look: QueueLook;
  onLook: (change: Partial<QueueLook>) => void;
  /** Cards have no columns. */
  hasColumns: boolean;
  /** The reader's kecamatan, whose villages can be chosen; null when there are several. */
  subdistrictCode: string | null;
  searchRef: Ref<HTMLInputElement>;
  shortcuts: boolean;
}

const offeredStatuses = {
  open: [
    ...["received", "triaged", "assigned", "in_progress", "on_hold"],
    ...["declined", "reopened", "resolved"],
  ],
  closed: ["closed", "cancelled"],
} as const;

/** Choice of one out of a fixed list; null when the value is not on it. */
const oneOf = <Value extends string>(list: readonly Value[], value: string | undefined) =>
  list.find((one) => one === value) ?? null;

/** What narrows the list. The order of the chips is that of the address. */
export const QueueFilterBar = memo(function QueueFilterBar(props: QueueFilterBarProps) {
  const { filters, onChange } = props;
  const t = useTranslations("queue");
  const menus = (
    <LookMenus
      filters={filters}
      look={props.look}
      hasColumns={props.hasColumns}
      onOrder={(order) => onChange({ order })}
      onLook={props.onLook}
    />
  );
  return (
    <search
      aria-label={t("filters")}
      className="flex flex-none items-start gap-1.5 border-b border-line px-4 py-2 max-sm:flex-wrap"
    >
      <SearchBox {...props} />
      {/* The padding leaves room for focus rings inside the scrolling strip. */}
      <div className="-m-1 flex max-w-[calc(100%+8px)] min-w-0 flex-1 gap-1.5 overflow-x-auto p-1 [scrollbar-width:none] max-sm:w-[calc(100%+8px)] sm:flex-wrap">
        <StatusFilter {...props} />
        {props.subdistrictCode === null ? null : (
          <VillageFilter {...props} subdistrictCode={props.subdistrictCode} />
        )}
        <CategoryFilter {...props} />
        {filters.view === "late" ? null : (
          <FilterMenu
            single
            name={t("filter.lateness")}
            any={t("anyOf.lateness")}
            choices={latenessFilters.map((one) => ({ value: one, label: t(`lateness.${one}`) }))}
            chosen={filters.lateness ? [filters.lateness] : []}
            onChange={([one]) => onChange({ lateness: oneOf(latenessFilters, one) })}
          />
        )}
        {filters.view === "mine" ? null : (
          <FilterMenu
            single
            name={t("filter.holder")}
            any={t("anyOf.holder")}
            choices={holderFilters.map((one) => ({ value: one, label: t(`holders.${one}`) }))}
            chosen={filters.holder ? [filters.holder] : []}
            onChange={([one]) => onChange({ holder: oneOf(holderFilters, one) })}
          />
        )}
        <ExtraFilters filters={filters} onChange={onChange} />
        {props.hasColumns ? null : menus}
      </div>
      {props.hasColumns ? <span className="flex flex-none gap-1.5">{menus}</span> : null}
    </search>
  );
});

function StatusFilter({ filters, onChange }: QueueFilterBarProps) {
  const t = useTranslations("queue");
  const status = useTranslations("case.status");
  const isAll = filters.view === "all";
  const offered = isAll
    ? [...offeredStatuses.open, ...offeredStatuses.closed]
    : offeredStatuses.open;
  return (
    <FilterMenu
      name={t("filter.status")}
      any={isAll ? t("anyStatus") : t("anyOf.status")}
      choices={offered.map((one) => ({ value: one, label: status(one) }))}
      chosen={filters.statuses}
      onChange={(statuses) => onChange({ statuses })}
    />
  );
}

function VillageFilter(props: QueueFilterBarProps & { subdistrictCode: string }) {
  const t = useTranslations("queue");
  const trpc = useTRPC();
  const { subdistrictCode } = props;
  const villages = useQuery(
    trpc.areas.villages.queryOptions({ subdistrictCode }, { staleTime: 3_600_000 }),
  );
  return (
    <FilterMenu
      name={t("filter.village")}
      any={t("anyOf.village")}
      choices={(villages.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
      chosen={props.filters.villages}
      onChange={(codes) => props.onChange({ villages: codes })}
    />
  );
}

function CategoryFilter({ filters, onChange }: QueueFilterBarProps) {
  const t = useTranslations("queue");
  const trpc = useTRPC();
  const categories = useQuery(
    trpc.cases.categories.queryOptions(undefined, { staleTime: 3_600_000 }),
  );
  const sorted = [...(categories.data ?? [])].sort((a, b) => a.name.localeCompare(b.name, "id"));
  return (
    <FilterMenu
      name={t("filter.category")}
      any={t("anyOf.category")}
      choices={sorted.map(({ code, name }) => ({ value: code, label: name }))}
      chosen={filters.categories}
      onChange={(codes) => onChange({ categories: codes })}
    />
  );
}

const PAUSE_MS = 250;

/** Words are sent once the fingers rest. */
function SearchBox({ filters, onChange, searchRef, shortcuts }: QueueFilterBarProps) {
  const t = useTranslations("queue");
  const [typed, setTyped] = useState(filters.text);
  const [sent, setSent] = useState(filters.text);
  if (filters.text !== sent) {
    // The address changed from elsewhere: back button, cleared filters.
    setSent(filters.text);
    setTyped(filters.text);
  }
  useEffect(() => {
    if (typed === sent) return;
    const timer = setTimeout(() => {
      setSent(typed);
      onChange({ text: typed });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, sent, onChange]);
  return (
    <label className="relative flex min-w-36 flex-[0_1_184px] items-center max-sm:flex-[1_1_100%]">
      <span className="sr-only">{t("searchLabel")}</span>
      <Search size={14} aria-hidden className="absolute left-2 text-text-3" />
      <input
        ref={searchRef}
        type="search"
        value={typed}
        maxLength={120}
        placeholder={t("search")}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") event.currentTarget.blur();
        }}
        className="h-[max(28px,var(--target-min))] w-full rounded-r2 border border-line-control bg-surface pr-8 pl-7 text-control [&::-webkit-search-cancel-button]:hidden"
      />
      {shortcuts ? <Kbd className="absolute right-1.5 pointer-coarse:hidden">/</Kbd> : null}
    </label>
  );
}
