"use client";

import { TriangleAlert } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";
import { AppLink } from "./app-link";
import { cx } from "./class-names";
import { Segmented } from "./segmented";
import { neighbour, stepOf } from "./tile-steps";
import { TILE_FILLS, type Tile, type TileGridLabels, TileLegend, TileTable } from "./tile-table";

export interface TileGridProps {
  title: ReactNode;
  tiles: readonly Tile[];
  labels: TileGridLabels;
  /** Upper bounds of the fills; see `quantileBounds`. */
  bounds?: readonly number[];
  level?: 2 | 3;
  className?: string;
}

/** Villages as equal tiles on a schematic grid, with a table as its twin. */
export function TileGrid({ title, tiles, labels, bounds, level = 2, className }: TileGridProps) {
  const [view, setView] = useState("tiles");
  const headingId = useId();
  const Heading = `h${level}` as const;
  return (
    <section aria-labelledby={headingId} className={cx("min-w-0", className)}>
      <header className="mb-2.5 flex flex-wrap items-center gap-x-2 gap-y-1">
        <Heading id={headingId} className="text-control font-bold">
          {title}
        </Heading>
        <span className="text-meta text-text-2">{labels.caption}</span>
        <Segmented
          size="small"
          className="ml-auto"
          label={labels.view}
          value={view}
          onChange={setView}
          options={[
            { value: "tiles", label: labels.tiles },
            { value: "table", label: labels.table },
          ]}
        />
      </header>
      {view === "tiles" ? (
        <TileBoard tiles={tiles} bounds={bounds} labelledBy={headingId} />
      ) : (
        <TileTable tiles={tiles} labels={labels} />
      )}
      {view === "tiles" ? <TileLegend labels={labels} bounds={bounds} /> : null}
    </section>
  );
}

function TileBoard({
  tiles,
  bounds,
  labelledBy,
}: {
  tiles: readonly Tile[];
  bounds?: readonly number[];
  labelledBy: string;
}) {
  const [active, setActive] = useState(tiles.find((tile) => tile.selected)?.key ?? tiles[0]?.key);
  const board = useRef<HTMLUListElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = neighbour(tiles, active ?? "", event.key);
    if (!event.key.startsWith("Arrow")) {
      return;
    }
    event.preventDefault();
    setActive(next);
    board.current?.querySelector<HTMLElement>(`[data-tile="${CSS.escape(next)}"]`)?.focus();
  };
  const columns = Math.max(1, ...tiles.map((tile) => tile.column));
  const ordered = [...tiles].sort((one, other) => one.row - other.row || one.column - other.column);
  return (
    <ul
      ref={board}
      data-chart
      aria-labelledby={labelledBy}
      onKeyDown={onKeyDown}
      className="grid gap-[3px]"
      style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
    >
      {ordered.map((tile) => (
        <li
          key={tile.key}
          className="flex min-w-0"
          style={{ gridColumn: tile.column, gridRow: tile.row }}
        >
          <TileCell
            tile={tile}
            step={stepOf(tile.count ?? 0, bounds)}
            active={tile.key === active}
            onFocus={() => setActive(tile.key)}
          />
        </li>
      ))}
    </ul>
  );
}

function TileCell({
  tile,
  step,
  active,
  onFocus,
}: {
  tile: Tile;
  step: number;
  active: boolean;
  onFocus: () => void;
}) {
  const hidden = tile.suppressed === true;
  const look = cx(
    "relative flex min-h-[74px] min-w-0 flex-1 flex-col justify-between rounded-r1 px-1.5 py-1.5",
    "no-underline shadow-[inset_0_0_0_1px_color-mix(in_srgb,var(--text)_8%,transparent)]",
    "focus-visible:z-[2] sm:px-[7px]",
    hidden || tile.count === null
      ? "hatch-muted text-text"
      : cx(TILE_FILLS[step], step >= 4 ? "text-tile-ink-inv" : "text-tile-ink"),
    tile.selected && "z-[1] outline-[2.5px] outline-offset-1 outline-text",
  );
  const body = (
    <>
      <span
        aria-hidden
        className="text-[11.5px] leading-[14px] font-semibold hyphens-auto break-words"
      >
        {tile.name}
        {tile.note ? <span className="font-medium"> {tile.note}</span> : null}
      </span>
      <span
        aria-hidden
        className="flex flex-wrap items-end justify-between text-18 leading-5 font-bold tracking-[-0.02em]"
      >
        {hidden ? "<5" : (tile.count ?? "–")}
        {tile.late > 0 && !hidden ? (
          <span className="inline-flex items-center gap-[3px] rounded-r1 bg-surface pr-1 pl-[3px] text-11 font-bold tracking-normal text-bad">
            <TriangleAlert size={12} strokeWidth={2} />
            {tile.late}
          </span>
        ) : null}
      </span>
      <span className="sr-only">{tile.sentence}</span>
    </>
  );
  const shared = { "data-tile": tile.key, tabIndex: active ? 0 : -1, onFocus, className: look };
  return tile.href && !hidden ? (
    <AppLink href={tile.href} {...shared}>
      {body}
    </AppLink>
  ) : (
    <span {...shared}>{body}</span>
  );
}
