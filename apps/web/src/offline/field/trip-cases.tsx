"use client";

import type { CrewCase, CrewVillage } from "@rembuk/services/cases/crew-case-queries";
import { Button } from "@rembuk/ui/button";
import { Chip } from "@rembuk/ui/chip";
import { Notice } from "@rembuk/ui/notice";
import { ArrowLeft, ChevronRight, FolderOpen, Hourglass } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useFormat } from "@/components/office-zone";
import { caseStatusWord } from "../case-status-word";
import type { OpenTrip } from "./vault";

/** What was brought along of a village; null: no cases came with this download. */
export const casesOf = ({ openCases }: OpenTrip["trip"], code: string): CrewVillage | null =>
  openCases?.find(({ villageCode }) => villageCode === code) ?? null;

/** At a stop of the list: how many cases are open in its village, and the way to them. */
export function CasesRow({
  village,
  villageName,
  onOpen,
}: {
  village: CrewVillage | null;
  villageName: string;
  onOpen: () => void;
}) {
  const t = useTranslations("field.cases");
  const { number } = useFormat();
  const count = village ? number(village.total) : t("notTaken");
  return (
    <button
      type="button"
      onClick={onOpen}
      aria-label={t("open", { village: villageName, count })}
      className="flex min-h-13 w-full items-center gap-3 border-b border-line bg-surface px-4 py-2 text-left"
    >
      <FolderOpen size={20} aria-hidden className="flex-none text-brand" />
      <span className="min-w-0 flex-1 text-15 font-semibold">{t("title")}</span>
      <span className="flex-none text-14 text-text-2 tabular-nums">{count}</span>
      <ChevronRight size={18} aria-hidden className="flex-none text-text-2" />
    </button>
  );
}

interface CasesProps {
  open: OpenTrip;
  stopId: string;
  /** Something new is to be written down. */
  onNote: () => void;
  onClose: () => void;
}

/** The open cases of one village of the trip, to be read: what the village may be asked about, what waits for it. */
export function TripCases({ open, stopId, onNote, onClose }: CasesProps) {
  const t = useTranslations("field.cases");
  const { shortDateTime, number, zone } = useFormat();
  const { trip } = open;
  const stop = trip.stops.find(({ id }) => id === stopId);
  const village = stop ? casesOf(trip, stop.villageCode) : null;
  const cases = village?.cases ?? [];
  const waiting = cases.filter(({ waits }) => waits !== null);
  const others = cases.filter(({ waits }) => waits === null);
  useEffect(() => {
    window.scrollTo(0, 0);
  }, []);
  return (
    <>
      <Button
        tone="quiet"
        className="m-2 self-start"
        icon={<ArrowLeft size={18} aria-hidden />}
        onClick={onClose}
      >
        {t("back")}
      </Button>
      <div className="border-b border-line bg-surface px-4 py-3">
        <h2 className="text-18 font-bold tracking-[-0.01em]">{t("title")}</h2>
        <p className="text-14 text-text-2">
          {stop?.villageName} · {t("taken", { time: `${shortDateTime(trip.takenAt)} ${zone}` })}
        </p>
        {village ? <p className="mt-1 text-14 text-text-2">{t("left")}</p> : null}
      </div>
      {village === null ? (
        <Notice tone="warn" className="m-4">
          {t("missing")}
        </Notice>
      ) : null}
      {village && cases.length < village.total ? (
        <Notice tone="warn" className="m-4">
          {t("cut", { shown: number(cases.length), total: number(village.total) })}
        </Notice>
      ) : null}
      {village?.total === 0 ? (
        <p className="border-b border-line bg-surface px-4 py-4 text-16">{t("none")}</p>
      ) : null}
      {waiting.length > 0 ? <Group title={t("waiting")} cases={waiting} /> : null}
      {others.length > 0 ? (
        <Group title={t(waiting.length > 0 ? "others" : "all")} cases={others} />
      ) : null}
      <div className="sticky bottom-0 mt-auto border-t border-line bg-surface px-4 py-3">
        <Button block size="large" onClick={onNote}>
          {t("note")}
        </Button>
      </div>
    </>
  );
}

function Group({ title, cases }: { title: string; cases: readonly CrewCase[] }) {
  const { number } = useFormat();
  return (
    <section aria-label={title}>
      <h3 className="flex min-h-11 items-center border-b border-line bg-sunken px-4 text-15 font-semibold">
        {title}
        <span className="ml-auto font-normal text-text-2 tabular-nums">{number(cases.length)}</span>
      </h3>
      <ul>
        {cases.map((kase) => (
          <CaseRow key={kase.number} kase={kase} />
        ))}
      </ul>
    </section>
  );
}

function CaseRow({ kase }: { kase: CrewCase }) {
  const t = useTranslations("field.cases");
  const words = useTranslations("offline.cases");
  const { shortDate } = useFormat();
  const { number, title, categoryName, status, holderKind, holderName, waits } = kase;
  const holder = holderKind === "village" ? words("village") : (holderName ?? words("desk"));
  return (
    <li className="flex flex-col gap-1.5 border-b border-line bg-surface px-4 py-3 [contain-intrinsic-size:auto_128px] [content-visibility:auto]">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-mono text-14">{number}</span>
        <Chip>{words(`status.${caseStatusWord(status)}`)}</Chip>
      </div>
      <p className="text-16 font-semibold break-words">{title}</p>
      <p className="text-14 text-text-2">
        {categoryName} ·{" "}
        <span className="whitespace-nowrap">
          {t("received", { date: shortDate(kase.receivedAt) })}
        </span>
      </p>
      <p className="text-14 text-text-2">{t("with", { holder, date: shortDate(kase.since) })}</p>
      {waits ? (
        <p className="flex items-start gap-2 text-15 font-semibold text-warn">
          <Hourglass size={16} aria-hidden className="mt-1 flex-none" />
          <span className="min-w-0">{t(`waits.${waits}`, { date: shortDate(kase.dueAt) })}</span>
        </p>
      ) : null}
    </li>
  );
}
