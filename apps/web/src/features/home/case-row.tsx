"use client";

import { AppLink } from "@rembuk/ui/app-link";
import { StatusWord } from "@rembuk/ui/status-glyph";
import { TurnMarker } from "@rembuk/ui/turn-marker";
import { TwoClocksRow } from "@rembuk/ui/two-clocks-row";
import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import type { CaseListItem } from "@/features/cases/case-data";
import { useCaseWords } from "@/features/cases/wording/use-case-words";

/** One case in two lines: title and number, place, status, both clocks, who has it. */
export function CaseRow({ kase, within }: { kase: CaseListItem; within: string | null }) {
  const t = useTranslations("homes");
  const clock = useTranslations("case.clock");
  const { rowClock, shortHolder, statusWord } = useCaseWords();
  const held = { kind: kase.holderKind, code: kase.holderCode, name: kase.holderName };
  return (
    <li>
      <AppLink
        href={`/kasus/${kase.id}`}
        className="grid min-h-11 grid-cols-[14px_minmax(0,1fr)_7.25rem] items-center gap-x-2.5 gap-y-1 px-4 py-2 text-inherit no-underline hover:bg-hover @3xl:grid-cols-[14px_minmax(0,1fr)_11rem_8.5rem_8.5rem_10rem]"
      >
        <span>{kase.isMyTurn ? <TurnMarker label={t("yourTurn")} /> : null}</span>
        <span className="min-w-0">
          <span
            className="line-clamp-2 text-control font-semibold @3xl:line-clamp-1"
            title={kase.title}
          >
            {kase.title}
            {kase.isSecret ? (
              <Lock size={13} role="img" aria-label={t("secret")} className="ml-1.5 inline" />
            ) : null}
          </span>
          <span className="block truncate text-12 text-text-2">
            <span className="font-mono">{kase.number}</span>
            <span className="hidden @3xl:inline"> · {kase.categoryName}</span>
          </span>
        </span>
        <span className="hidden min-w-0 @3xl:block">
          <span className="block truncate text-control">{kase.villageName}</span>
          {within ? <span className="block truncate text-12 text-text-2">{within}</span> : null}
        </span>
        <span className="col-span-2 col-start-2 flex flex-wrap items-center gap-x-3 @3xl:col-span-1 @3xl:col-start-auto">
          <StatusWord state={kase.status} label={statusWord(kase)} />
          <span className="text-12 text-text-2 @3xl:hidden">
            {[kase.villageName, within].filter(Boolean).join(", ")}
          </span>
        </span>
        <TwoClocksRow
          className="col-start-3 row-start-1 @3xl:col-start-auto @3xl:row-start-auto"
          total={rowClock(kase.total)}
          stage={rowClock(kase.stage)}
          totalLabel={clock("total")}
          stageLabel={clock("stage")}
        />
        <span className="hidden truncate text-12 text-text-2 @3xl:block">
          {shortHolder(held, kase.villageName)}
        </span>
      </AppLink>
    </li>
  );
}
