// biome-ignore-all lint/a11y/useSemanticElements: a table cannot be laid out by container queries
// biome-ignore-all lint/a11y/useFocusableInteractive: rows are the stops of this grid, not its cells
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid handles the keys of its rows
"use client";

import { AppLink } from "@rembuk/ui/app-link";
import { Avatar } from "@rembuk/ui/avatar";
import { Checkbox } from "@rembuk/ui/checkbox";
import { cx } from "@rembuk/ui/class-names";
import { StatusWord } from "@rembuk/ui/status-glyph";
import { TurnMarker } from "@rembuk/ui/turn-marker";
import { TwoClocksRow } from "@rembuk/ui/two-clocks-row";
import { Lock, Siren } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo } from "react";
import type { CaseListItem } from "../case-data";
import type { PendingCase } from "../pending/pending-cases";
import { useCaseWords } from "../wording/use-case-words";
import type { SteadyRow } from "./steady-rows";
import { WaitingMark } from "./waiting-mark";

export type QueueItem = SteadyRow<CaseListItem> & { readonly pending?: PendingCase["kind"] };

/** Check box (where there is one), turn, case, village, status, clocks, holder; columns go as room gets scarce, the title first. */
const withoutBox = [
  "grid items-center gap-x-2 px-3",
  "grid-cols-[14px_minmax(0,1fr)_112px_128px]",
  "@2xl:grid-cols-[14px_minmax(0,1fr)_132px_110px_128px]",
  "@3xl:grid-cols-[14px_minmax(0,1fr)_132px_110px_128px_98px]",
].join(" ");
const withBox = [
  "grid items-center gap-x-2 px-3",
  "grid-cols-[24px_14px_minmax(0,1fr)_112px_128px]",
  "@2xl:grid-cols-[24px_14px_minmax(0,1fr)_132px_110px_128px]",
  "@3xl:grid-cols-[24px_14px_minmax(0,1fr)_132px_110px_128px_98px]",
].join(" ");
export const queueColumns = (canCheck: boolean): string => (canCheck ? withBox : withoutBox);

interface QueueRowProps {
  row: QueueItem;
  isActive: boolean;
  /** Null where nothing is checked. */
  isChecked: boolean | null;
  onCheck: (id: string, isRange: boolean) => void;
  onSelect: (id: string) => void;
  onOpen: (id: string) => void;
}

/** One case in 44 px. The row is the tab stop; its link is for the mouse. */
export const QueueRow = memo(function QueueRow(props: QueueRowProps) {
  const { row, isActive, isChecked, onSelect, onOpen } = props;
  const t = useTranslations("queue");
  const clock = useTranslations("case.clock");
  const { rowClock, statusWord } = useCaseWords();
  return (
    <div
      role="row"
      data-case={row.id}
      tabIndex={isActive ? 0 : -1}
      aria-selected={isActive}
      onClick={() => onSelect(row.id)}
      onDoubleClick={() => onOpen(row.id)}
      className={cx(
        queueColumns(isChecked !== null),
        "relative h-(--row) cursor-pointer border-b border-line focus-visible:outline-offset-[-2px]",
        isActive
          ? "bg-selected before:absolute before:inset-y-0 before:left-0 before:w-[3px] before:bg-brand"
          : isChecked
            ? "bg-brand-soft"
            : "hover:bg-hover",
        row.gone && !isActive && "bg-sunken",
      )}
    >
      {isChecked === null ? null : (
        <CheckCell row={row} isChecked={isChecked} onCheck={props.onCheck} />
      )}
      <span role="gridcell" className="flex justify-center">
        {row.isMyTurn && !row.gone ? <TurnMarker label={t("yourTurn")} /> : null}
      </span>
      <TitleCell row={row} />
      <span role="gridcell" className="hidden truncate text-control @2xl:block">
        {row.villageName}
      </span>
      <span role="gridcell" className="truncate">
        {row.gone ? (
          <span className="text-meta text-text-2">{t("gone")}</span>
        ) : (
          <StatusWord state={row.status} label={statusWord(row)} />
        )}
        {row.pending ? <PendingMark kind={row.pending} /> : null}
      </span>
      <span role="gridcell">
        <TwoClocksRow
          total={rowClock(row.total)}
          stage={rowClock(row.stage)}
          totalLabel={clock("total")}
          stageLabel={clock("stage")}
        />
      </span>
      <HolderCell row={row} />
    </div>
  );
});

/** A click on the box checks; it chooses nothing. With Shift it checks from the last one to here. */
function CheckCell(props: {
  row: QueueItem;
  isChecked: boolean;
  onCheck: (id: string, isRange: boolean) => void;
}) {
  const { row, isChecked, onCheck } = props;
  const t = useTranslations("queue");
  return (
    <span
      role="gridcell"
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <Checkbox
        hideLabel
        tabIndex={-1}
        checked={isChecked}
        disabled={row.gone}
        label={t("check", { number: row.number })}
        onChange={(event) => {
          const { nativeEvent } = event;
          onCheck(row.id, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey);
        }}
      />
    </span>
  );
}

/** The row shows what was begun; the server has not made it so yet. */
function PendingMark({ kind }: { kind: PendingCase["kind"] }) {
  const t = useTranslations("queue.pending");
  return (
    <span className="block truncate text-11 text-text-2" title={t(`${kind}Long`)}>
      {t(kind)}
    </span>
  );
}

function TitleCell({ row }: { row: QueueItem }) {
  const t = useTranslations("queue");
  return (
    <span role="gridcell" className="min-w-0">
      <span className="flex min-w-0 items-center gap-1.5">
        <AppLink
          href={`/kasus/${row.id}`}
          tabIndex={-1}
          onClick={(event) => {
            // A plain click chooses the row; with a modifier it opens a tab, as links do.
            if (!event.ctrlKey && !event.metaKey && !event.shiftKey) event.preventDefault();
          }}
          className="truncate text-control font-semibold text-text no-underline"
        >
          {row.title}
        </AppLink>
        {row.isSecret ? <Mark icon={<Lock size={13} aria-hidden />} label={t("secret")} /> : null}
        {row.isEmergency ? (
          <Mark
            icon={<Siren size={13} aria-hidden className="text-bad" />}
            label={t("emergency")}
          />
        ) : null}
      </span>
      <span className="flex min-w-0 gap-2 text-meta text-text-2">
        <span className="flex-none font-mono text-[11.5px]">{row.number}</span>
        <span className="flex-none @2xl:hidden">{row.villageName}</span>
        {row.waitingReferral && !row.gone ? (
          <WaitingMark waiting={row.waitingReferral} short />
        ) : (
          <span className="truncate">{row.categoryName}</span>
        )}
      </span>
    </span>
  );
}

function Mark({ icon, label }: { icon: React.ReactNode; label: string }) {
  return (
    <span title={label} className="flex-none text-text-2">
      {icon}
      <span className="sr-only">{label}</span>
    </span>
  );
}

/** Who has it: the person whose turn it is, the office, or nobody. */
function HolderCell({ row }: { row: QueueItem }) {
  const t = useTranslations("queue");
  const { shortHolder, holder } = useCaseWords();
  const whole = { kind: row.holderKind, code: row.holderCode, name: row.holderName };
  const isUnowned =
    row.responsibleName === null && row.holderKind !== "sector" && row.holderKind !== "none";
  const name = row.isMyTurn ? t("you") : shortHolder(whole, row.villageName);
  const title = [holder(whole, row.villageName), row.responsibleName].filter(Boolean).join(" · ");
  return (
    <span role="gridcell" title={title} className="hidden min-w-0 items-center gap-1.5 @3xl:flex">
      <Avatar name={isUnowned ? null : name} quiet={!row.isMyTurn} />
      <span className={cx("truncate text-12", isUnowned ? "font-bold text-bad" : "text-text-2")}>
        {isUnowned ? t("unowned") : name}
      </span>
    </span>
  );
}
