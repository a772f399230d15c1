"use client";

import { AppLink } from "@rembuk/ui/app-link";
import { StatusWord } from "@rembuk/ui/status-glyph";
import { TurnMarker } from "@rembuk/ui/turn-marker";
import { TwoClocksRow } from "@rembuk/ui/two-clocks-row";
import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCaseWords } from "../wording/use-case-words";
import { GroupWords } from "./queue-group-bar";
import { useGroups } from "./queue-list";
import type { QueueItem } from "./queue-row";
import { WaitingMark } from "./waiting-mark";

/** The list on a phone: one column of links, with the status word and both clocks. */
export function QueueCards(props: { rows: readonly QueueItem[]; grouped: boolean }) {
  const groups = useGroups(props.rows, props.grouped);
  return (
    <div>
      {groups.map(({ group, rows }) => (
        <section key={group}>
          <h2 className="sticky top-0 z-[1] flex min-h-8 items-center gap-2 border-b border-line bg-surface-2 px-4 text-12 text-text-2">
            <GroupWords group={group} count={rows.length} />
          </h2>
          <ul>
            {rows.map((row) => (
              <li key={row.id} className="border-b border-line">
                <QueueCard row={row} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function QueueCard({ row }: { row: QueueItem }) {
  const t = useTranslations("queue");
  const clock = useTranslations("case.clock");
  const { rowClock, statusWord } = useCaseWords();
  return (
    <AppLink
      href={`/kasus/${row.id}`}
      className="flex flex-col gap-1.5 px-4 py-3 text-text no-underline hover:bg-hover focus-visible:outline-offset-[-2px]"
    >
      <span className="flex items-start gap-2">
        {row.isMyTurn && !row.gone ? (
          <span className="flex h-[22px] items-center">
            <TurnMarker label={t("yourTurn")} />
          </span>
        ) : null}
        <span className="min-w-0 flex-1 text-15 font-semibold">{row.title}</span>
        {row.isSecret ? (
          <span title={t("secret")} className="pt-1 text-text-2">
            <Lock size={14} aria-hidden />
            <span className="sr-only">{t("secret")}</span>
          </span>
        ) : null}
      </span>
      <span className="text-13 text-text-2">
        <span className="font-mono text-12">{row.number}</span> · {row.villageName}
      </span>
      {row.waitingReferral && !row.gone ? (
        <span className="text-13">
          <WaitingMark waiting={row.waitingReferral} />
        </span>
      ) : null}
      <span className="flex items-center justify-between gap-3">
        {row.gone ? (
          <span className="text-13 text-text-2">{t("gone")}</span>
        ) : (
          <StatusWord state={row.status} label={statusWord(row)} className="text-14" />
        )}
        <TwoClocksRow
          total={rowClock(row.total)}
          stage={rowClock(row.stage)}
          totalLabel={clock("total")}
          stageLabel={clock("stage")}
        />
      </span>
    </AppLink>
  );
}
