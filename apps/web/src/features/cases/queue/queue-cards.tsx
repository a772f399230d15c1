"use client";

import { AppLink } from "@rembuk/ui/app-link";
import { Button } from "@rembuk/ui/button";
import { cx } from "@rembuk/ui/class-names";
import { Check, ListChecks } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CardBody } from "./card-body";
import { GroupWords } from "./queue-group-bar";
import { useGroups } from "./queue-list";
import type { QueueItem } from "./queue-row";
import type { useChecked } from "./use-checked";
import { useLongPress } from "./use-long-press";

type Checked = ReturnType<typeof useChecked>;

interface QueueCardsProps {
  rows: readonly QueueItem[];
  grouped: boolean;
  /** Null where nothing can be done to several at once. */
  checked: Checked | null;
}

/** The list on a phone: one column of links; by "Pilih" or a finger that rests, one of boxes to check. */
export function QueueCards({ rows, grouped, checked }: QueueCardsProps) {
  const groups = useGroups(rows, grouped);
  const [isSelecting, setSelecting] = useState(false);
  const select = isSelecting ? checked : null;
  const begin = (row: QueueItem) => {
    setSelecting(true);
    if (!row.gone && !checked?.ids.has(row.id)) checked?.toggle(row.id);
  };
  const leave = () => {
    checked?.clear();
    setSelecting(false);
  };
  return (
    <div>
      {checked ? (
        <SelectBar checked={select} onBegin={() => setSelecting(true)} onLeave={leave} />
      ) : null}
      {groups.map(({ group, rows: members }) => (
        <section key={group}>
          <h2 className="sticky top-0 z-[1] flex min-h-8 items-center gap-2 border-b border-line bg-surface-2 px-4 text-12 text-text-2">
            <GroupWords group={group} count={members.length} />
          </h2>
          <ul>
            {members.map((row) => (
              <Card
                key={row.id}
                row={row}
                select={select}
                onHold={checked ? () => begin(row) : null}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** Into the choosing of several and out of it; the acts themselves stand below the list, at the thumb. */
function SelectBar(props: { checked: Checked | null; onBegin: () => void; onLeave: () => void }) {
  const { checked, onBegin, onLeave } = props;
  const t = useTranslations("queue.select");
  return (
    <div className="flex min-h-11 items-center justify-end gap-2 border-b border-line px-4 py-1">
      {checked ? (
        <>
          <p role="status" className="mr-auto text-13 text-text-2">
            {t("hint", { count: checked.rows.length })}
          </p>
          <Button size="small" onClick={checked.isAll ? checked.clear : checked.all}>
            {t(checked.isAll ? "none" : "all")}
          </Button>
          <Button size="small" onClick={onLeave}>
            {t("leave")}
          </Button>
        </>
      ) : (
        <Button size="small" icon={<ListChecks size={16} aria-hidden />} onClick={onBegin}>
          {t("begin")}
        </Button>
      )}
    </div>
  );
}

const CARD =
  "flex w-full flex-col gap-1.5 px-4 py-3 text-left text-text focus-visible:outline-offset-[-2px]";

function Card(props: { row: QueueItem; select: Checked | null; onHold: (() => void) | null }) {
  const { row, select, onHold } = props;
  // On the item, which stays: the link below the finger has become a box by the time it is lifted.
  const press = useLongPress(onHold);
  return (
    <li {...press} className="border-b border-line [-webkit-touch-callout:none]">
      {select ? (
        <SelectCard row={row} checked={select} />
      ) : (
        <AppLink href={`/kasus/${row.id}`} className={cx(CARD, "no-underline hover:bg-hover")}>
          <CardBody row={row} />
        </AppLink>
      )}
    </li>
  );
}

function SelectCard({ row, checked }: { row: QueueItem; checked: Checked }) {
  const isChecked = checked.ids.has(row.id);
  return (
    // biome-ignore lint/a11y/useSemanticElements: the whole card is the box, a native one cannot hold it
    <button
      type="button"
      role="checkbox"
      aria-checked={isChecked}
      disabled={row.gone}
      onClick={() => checked.toggle(row.id)}
      className={cx("flex w-full items-stretch", isChecked ? "bg-brand-soft" : "hover:bg-hover")}
    >
      <span aria-hidden className="flex items-center pl-4">
        <span
          className={cx(
            "flex size-5 items-center justify-center rounded-r1 border",
            isChecked ? "border-brand bg-brand text-on-brand" : "border-line-control bg-surface",
          )}
        >
          {isChecked ? <Check size={14} strokeWidth={3} /> : null}
        </span>
      </span>
      <span className={cx(CARD, "min-w-0 flex-1")}>
        <CardBody row={row} />
      </span>
    </button>
  );
}
