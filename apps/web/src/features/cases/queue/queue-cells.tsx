// biome-ignore-all lint/a11y/useSemanticElements: a table cannot be laid out by a grid of columns chosen
// biome-ignore-all lint/a11y/useFocusableInteractive: rows are the stops of this grid, not its cells
"use client";

import { AppLink } from "@rembuk/ui/app-link";
import { Avatar } from "@rembuk/ui/avatar";
import { cx } from "@rembuk/ui/class-names";
import { StatusWord } from "@rembuk/ui/status-glyph";
import { TwoClocksRow } from "@rembuk/ui/two-clocks-row";
import { Lock, Siren } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormat } from "@/components/office-zone";
import type { CaseListItem } from "../case-data";
import type { PendingCase } from "../pending/pending-cases";
import { useCaseWords } from "../wording/use-case-words";
import type { ListColumn } from "./queue-look";
import type { SteadyRow } from "./steady-rows";
import { WaitingMark } from "./waiting-mark";

export type QueueItem = SteadyRow<CaseListItem> & { readonly pending?: PendingCase["kind"] };

interface CellProps {
  readonly row: QueueItem;
}

function Words({ children, title }: { children: ReactNode; title?: string }) {
  return (
    <span role="gridcell" title={title} className="truncate text-control">
      {children}
    </span>
  );
}

/** What the case is about; the village stands here where it has no column of its own. */
export function CaseCell({ row, hasVillage }: CellProps & { hasVillage: boolean }) {
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
        {hasVillage ? null : <span className="flex-none">{row.villageName}</span>}
        {row.waitingReferral && !row.gone ? (
          <WaitingMark waiting={row.waitingReferral} short />
        ) : (
          <span className="truncate">{row.categoryName}</span>
        )}
      </span>
    </span>
  );
}

function Mark({ icon, label }: { icon: ReactNode; label: string }) {
  return (
    <span title={label} className="flex-none text-text-2">
      {icon}
      <span className="sr-only">{label}</span>
    </span>
  );
}

function StatusCell({ row }: CellProps) {
  const t = useTranslations("queue");
  const { statusWord } = useCaseWords();
  return (
    <span role="gridcell" className="truncate">
      {row.gone ? (
        <span className="text-meta text-text-2">{t("gone")}</span>
      ) : (
        <StatusWord state={row.status} label={statusWord(row)} />
      )}
      {row.pending ? (
        // The row shows what was begun; the server has not made it so yet.
        <span
          className="block truncate text-11 text-text-2"
          title={t(`pending.${row.pending}Long`)}
        >
          {t(`pending.${row.pending}`)}
        </span>
      ) : null}
    </span>
  );
}

function ClocksCell({ row }: CellProps) {
  const clock = useTranslations("case.clock");
  const { rowClock } = useCaseWords();
  return (
    <span role="gridcell">
      <TwoClocksRow
        total={rowClock(row.total)}
        stage={rowClock(row.stage)}
        totalLabel={clock("total")}
        stageLabel={clock("stage")}
      />
    </span>
  );
}

/** Who has it: the person whose turn it is, the office, or nobody. */
function HolderCell({ row }: CellProps) {
  const t = useTranslations("queue");
  const { shortHolder, holder } = useCaseWords();
  const whole = { kind: row.holderKind, code: row.holderCode, name: row.holderName };
  const isUnowned =
    row.responsibleName === null && row.holderKind !== "sector" && row.holderKind !== "none";
  const name = row.isMyTurn ? t("you") : shortHolder(whole, row.villageName);
  const title = [holder(whole, row.villageName), row.responsibleName].filter(Boolean).join(" · ");
  return (
    <span role="gridcell" title={title} className="flex min-w-0 items-center gap-1.5">
      <Avatar name={isUnowned ? null : name} quiet={!row.isMyTurn} />
      <span className={cx("truncate text-12", isUnowned ? "font-bold text-bad" : "text-text-2")}>
        {isUnowned ? t("unowned") : name}
      </span>
    </span>
  );
}

function SectorCell({ row }: CellProps) {
  const t = useTranslations("queue");
  return row.leadSectorName ? (
    <Words title={row.leadSectorName}>{row.leadSectorName}</Words>
  ) : (
    <span role="gridcell" className="truncate text-control text-text-3">
      {t("noSector")}
    </span>
  );
}

function OfficerCell({ row }: CellProps) {
  const t = useTranslations("queue");
  return row.responsibleName ? (
    <Words title={row.responsibleName}>{row.responsibleName}</Words>
  ) : (
    <span role="gridcell" className="truncate text-control text-text-3">
      {t("unowned")}
    </span>
  );
}

function DayCell({ day }: { day: Date }) {
  const { shortDate, longDateTime } = useFormat();
  return <Words title={longDateTime(day)}>{shortDate(day)}</Words>;
}

/** The cell of each column that can be chosen. */
export const cellOf: Readonly<Record<ListColumn, (props: CellProps) => ReactNode>> = {
  village: ({ row }) => <Words>{row.villageName}</Words>,
  status: StatusCell,
  clocks: ClocksCell,
  holder: HolderCell,
  category: ({ row }) => <Words title={row.categoryName}>{row.categoryName}</Words>,
  sector: SectorCell,
  officer: OfficerCell,
  received: ({ row }) => <DayCell day={row.receivedAt} />,
  updated: ({ row }) => <DayCell day={row.updatedAt} />,
};
