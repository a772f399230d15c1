"use client";

import type { CaseListItem } from "@rembuk/services/cases/queries";
import { AppLink, TextLink } from "@rembuk/ui/app-link";
import { ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { StatusWord } from "@rembuk/ui/status-glyph";
import { useQuery } from "@tanstack/react-query";
import { ChevronRight, Clock, LockKeyhole, Megaphone, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormat } from "@/components/office-zone";
import { clockPhrase } from "@/features/cases/wording/clock-words";
import type { Zone } from "@/lib/format";
import { useTRPC } from "@/lib/trpc";

const SHOWN = 5;

function ListHead({
  title,
  aside,
  marker,
}: {
  title: string;
  aside?: ReactNode;
  marker?: ReactNode;
}) {
  return (
    <div className="flex min-h-11 items-center gap-2 px-4 pt-2">
      {marker}
      <h2 className="text-15 font-bold">{title}</h2>
      <span className="ml-auto text-15 text-text-2">{aside}</span>
    </div>
  );
}

const LIST = "border-y border-line bg-surface";

/** What waits for the village: answers to judge, and reports that it has to complete. */
export function VillageTurn({ zone, marker }: { zone: Zone | undefined; marker: ReactNode }) {
  const t = useTranslations("village.turn");
  const { longDate } = useFormat(zone);
  const waiting = useQuery(
    useTRPC().cases.list.queryOptions({ holder: "mine", limit: 20, order: "due" }),
  );
  const items = waiting.data?.items ?? [];
  if (!waiting.data) return null;
  return (
    <section>
      <ListHead title={t("title")} aside={items.length} marker={marker} />
      <ul className={LIST}>
        {items.length === 0 ? (
          <li className="px-4 py-3 text-15 text-text-2">{t("empty")}</li>
        ) : null}
        {items.map((item) => (
          <Row key={item.id} item={item} icon={<Megaphone size={20} aria-hidden />}>
            <span className="block text-15 font-semibold">
              {t(wordOf(item), { title: item.title })}
            </span>
            <span className="block text-14 text-text-2">
              {t(`${wordOf(item)}By`, { date: longDate(item.stage.dueAt) })}
            </span>
          </Row>
        ))}
      </ul>
    </section>
  );
}

const wordOf = (item: CaseListItem) => (item.status === "needs_info" ? "complete" : "confirm");

function Row({
  item,
  icon,
  children,
}: {
  item: CaseListItem;
  icon?: ReactNode;
  children: ReactNode;
}) {
  return (
    <li className="border-b border-line last:border-b-0">
      <AppLink
        href={`/kasus/${item.id}`}
        className="flex min-h-14 items-start gap-3 px-4 py-2.5 hover:bg-hover"
      >
        {icon ? <span className="mt-0.5 flex-none text-brand">{icon}</span> : null}
        <span className="min-w-0 flex-1">{children}</span>
        <ChevronRight size={16} aria-hidden className="flex-none self-center text-text-3" />
      </AppLink>
    </li>
  );
}

/** The village's open cases: the nearest deadline first. */
export function VillageCases({ zone }: { zone: Zone | undefined }) {
  const t = useTranslations("village.ours");
  const trpc = useTRPC();
  const cases = useQuery(trpc.cases.list.queryOptions({ limit: SHOWN, order: "newest" }));
  const counts = useQuery(trpc.cases.counts.queryOptions({ open: {} }));
  const open = counts.data?.open ?? 0;
  const all = open > 0 ? <TextLink href="/kasus">{t("all", { count: open })}</TextLink> : null;
  return (
    <section>
      <ListHead title={t("title")} aside={all} />
      {cases.isError ? (
        <ErrorState
          title={t("failed")}
          retryLabel={t("retry")}
          onRetry={() => cases.refetch()}
          retrying={cases.isFetching}
          takeFocus={false}
        />
      ) : null}
      {cases.isPending ? <SkeletonRows rows={3} label={t("loading")} slow={t("slow")} /> : null}
      {cases.data ? (
        <ul className={LIST}>
          {cases.data.items.length === 0 ? (
            <li className="px-4 py-3 text-15 text-text-2">{t("empty")}</li>
          ) : null}
          {cases.data.items.map((item) => (
            <CaseRow key={item.id} item={item} zone={zone} />
          ))}
        </ul>
      ) : null}
    </section>
  );
}

function CaseRow({ item, zone }: { item: CaseListItem; zone: Zone | undefined }) {
  const t = useTranslations("village");
  const status = useTranslations("case.status");
  const { shortDate } = useFormat(zone);
  return (
    <Row item={item}>
      <span className="flex items-center gap-1.5 text-15 font-semibold">
        <span className="truncate">{item.title}</span>
        {item.isSecret ? (
          <>
            <LockKeyhole size={14} aria-hidden className="text-text-2" />
            <span className="sr-only">{t("secret")}</span>
          </>
        ) : null}
      </span>
      <span className="mt-0.5 flex flex-wrap items-center gap-x-3 text-14 text-text-2">
        <StatusWord state={item.status} label={status(item.status)} className="text-14" />
        <CaseClock item={item} />
        <span className="sr-only">{shortDate(item.receivedAt)}</span>
      </span>
    </Row>
  );
}

function CaseClock({ item }: { item: CaseListItem }) {
  const t = useTranslations("village.clock");
  const { key, days } = clockPhrase(item.total);
  const words = t(key, { days });
  if (key === "late") {
    return (
      <span className="flex items-center gap-1 font-bold text-bad">
        <TriangleAlert size={14} aria-hidden />
        {words}
      </span>
    );
  }
  return (
    <span className="flex items-center gap-1">
      <Clock size={14} aria-hidden />
      {words}
    </span>
  );
}
