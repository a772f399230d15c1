// biome-ignore-all lint/a11y/useSemanticElements: a table cannot be laid out by a grid of columns chosen
// biome-ignore-all lint/a11y/useFocusableInteractive: rows are the stops of this grid, not its cells
"use client";

import type { CaseOrder } from "@rembuk/domain/cases/list-filters";
import { Checkbox } from "@rembuk/ui/checkbox";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ListColumn } from "./queue-look";
import { rowGrid } from "./queue-row";
import type { useChecked } from "./use-checked";

interface QueueColumnsProps {
  columns: readonly ListColumn[];
  template: string;
  checked: ReturnType<typeof useChecked> | null;
  order: CaseOrder;
  orders: readonly CaseOrder[];
  onOrder: (order: CaseOrder) => void;
}

/** Orders behind each column name; a second click on it takes the next one. */
const ordersBehind: Partial<Record<ListColumn | "case", readonly CaseOrder[]>> = {
  case: ["number"],
  clocks: ["due"],
  received: ["oldest", "newest"],
  updated: ["updated"],
};
const ascending: readonly CaseOrder[] = ["due", "oldest"];

export const headHeight = 32;

/** The names of the columns; those that give an order are pressed for it. */
export function QueueColumns(props: QueueColumnsProps) {
  const { checked } = props;
  const t = useTranslations("queue.columns");
  const queue = useTranslations("queue");
  return (
    <div
      role="row"
      aria-rowindex={1}
      style={{ gridTemplateColumns: props.template }}
      className={`${rowGrid} sticky top-0 z-[3] h-8 border-b border-line bg-surface text-11 font-medium text-text-3`}
    >
      {checked ? (
        <span role="columnheader">
          <Checkbox
            hideLabel
            tabIndex={-1}
            checked={checked.isAll}
            mixed={checked.rows.length > 0 && !checked.isAll}
            label={queue("checkAll")}
            onChange={() => (checked.isAll ? checked.clear() : checked.all())}
          />
        </span>
      ) : null}
      <span role="columnheader">
        <span className="sr-only">{queue("yourTurn")}</span>
      </span>
      <ColumnName {...props} column="case">
        {t("case")}
      </ColumnName>
      {props.columns.map((column) => (
        <ColumnName key={column} {...props} column={column}>
          {t(column)}
        </ColumnName>
      ))}
    </div>
  );
}

function ColumnName(
  props: QueueColumnsProps & { column: ListColumn | "case"; children: ReactNode },
) {
  const { order, orders, onOrder } = props;
  const t = useTranslations("queue.columns");
  const queue = useTranslations("queue");
  const behind = (ordersBehind[props.column] ?? []).filter((one) => orders.includes(one));
  const [first] = behind;
  if (!first)
    return (
      <span role="columnheader" className="truncate">
        {props.children}
      </span>
    );
  const at = behind.indexOf(order);
  const next = behind[at + 1] ?? first;
  const isUp = ascending.includes(order);
  const Arrow = isUp ? ArrowUp : ArrowDown;
  return (
    <span
      role="columnheader"
      aria-sort={at === -1 ? "none" : isUp ? "ascending" : "descending"}
      className="min-w-0"
    >
      {/* The order is chosen by keyboard in the bar above: the list stays one tab stop. */}
      <button
        type="button"
        tabIndex={-1}
        title={t("orderBy", { order: queue(`orders.${next}`) })}
        onClick={() => onOrder(next)}
        className="flex h-6 max-w-full items-center gap-1 hover:text-text"
      >
        <span className="truncate">{props.children}</span>
        {at === -1 ? null : <Arrow size={11} aria-hidden className="flex-none" />}
      </button>
    </span>
  );
}
