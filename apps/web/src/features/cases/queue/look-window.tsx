"use client";

import type { CaseOrder } from "@rembuk/domain/cases/list-filters";
import { Button } from "@rembuk/ui/button";
import { Checkbox } from "@rembuk/ui/checkbox";
import { Dialog } from "@rembuk/ui/dialog";
import { Field } from "@rembuk/ui/field";
import { IconButton } from "@rembuk/ui/icon-button";
import { Segmented } from "@rembuk/ui/segmented";
import { Select } from "@rembuk/ui/select";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import {
  densities,
  type ListColumn,
  listColumns,
  type QueueLook,
  usualColumns,
  usualLook,
} from "./queue-look";

interface LookWindowProps {
  look: QueueLook;
  onChange: (change: Partial<QueueLook>) => void;
  order: CaseOrder;
  orders: readonly CaseOrder[];
  onOrder: (order: CaseOrder) => void;
  onClose: () => void;
}

/** Another place among the chosen; beyond either end it stays. */
const moved = (
  chosen: readonly ListColumn[],
  column: ListColumn,
  step: number,
): readonly ListColumn[] => {
  const at = chosen.indexOf(column);
  const to = Math.min(Math.max(at + step, 0), chosen.length - 1);
  const others = chosen.filter((one) => one !== column);
  return [...others.slice(0, to), column, ...others.slice(to)];
};

/** Which columns stand in the list and in which order, and how close its rows are. */
export default function LookWindow(props: LookWindowProps) {
  const { look, onChange, onClose } = props;
  const queue = useTranslations("queue");
  const t = useTranslations("queue.look");
  const chosen = look.columns ?? usualColumns;
  const put = (columns: readonly ListColumn[]) => {
    const isUsual = columns.join() === usualColumns.join();
    onChange({ columns: isUsual || columns.length === 0 ? null : columns });
  };
  const offered = [...chosen, ...listColumns.filter((column) => !chosen.includes(column))];
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      size="small"
      title={t("title")}
      description={t("about")}
      closeLabel={t("close")}
      footer={
        <>
          <Button onClick={() => onChange({ ...usualLook, group: look.group })}>
            {t("usual")}
          </Button>
          <Button tone="primary" onClick={onClose}>
            {t("done")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label={t("order")}>
          <Select
            value={props.order}
            options={props.orders.map((one) => ({ value: one, label: queue(`orders.${one}`) }))}
            onChange={(event) => {
              const order = props.orders.find((one) => one === event.target.value);
              if (order) props.onOrder(order);
            }}
          />
        </Field>
        <Field group label={t("density")}>
          <Segmented
            label={t("density")}
            value={look.density}
            options={densities.map((one) => ({ value: one, label: t(`densities.${one}`) }))}
            onChange={(one) => onChange({ density: one === "dense" ? "dense" : "roomy" })}
          />
        </Field>
        <Field group label={t("columns")} hint={t("columnsHint")}>
          <ul className="flex flex-col">
            {offered.map((column) => (
              <ColumnLine
                key={column}
                column={column}
                at={chosen.indexOf(column)}
                of={chosen.length}
                onToggle={(isOn) =>
                  put(isOn ? [...chosen, column] : chosen.filter((one) => one !== column))
                }
                onMove={(step) => put(moved(chosen, column, step))}
              />
            ))}
          </ul>
        </Field>
      </div>
    </Dialog>
  );
}

function ColumnLine(props: {
  column: ListColumn;
  /** Place among the chosen; -1: not chosen. */
  at: number;
  of: number;
  onToggle: (isOn: boolean) => void;
  onMove: (step: number) => void;
}) {
  const { column, at } = props;
  const t = useTranslations("queue");
  const name = t(`columns.${column}`);
  const isOn = at !== -1;
  return (
    <li className="flex min-h-9 items-center gap-1 border-b border-line last:border-b-0">
      <Checkbox
        className="flex-1"
        label={name}
        checked={isOn}
        // The last one stays: a list without columns says nothing of a case.
        disabled={isOn && props.of === 1}
        onChange={(event) => props.onToggle(event.target.checked)}
      />
      {isOn ? (
        <>
          <IconButton
            size="small"
            label={t("look.earlier", { column: name })}
            icon={<ArrowUp size={15} aria-hidden />}
            disabled={at === 0}
            onClick={() => props.onMove(-1)}
          />
          <IconButton
            size="small"
            label={t("look.later", { column: name })}
            icon={<ArrowDown size={15} aria-hidden />}
            disabled={at === props.of - 1}
            onClick={() => props.onMove(1)}
          />
        </>
      ) : null}
    </li>
  );
}
