import { TriangleAlert } from "lucide-react";
import { AppLink } from "./app-link";
import { cx } from "./class-names";
import { stepRanges, type TilePlace } from "./tile-steps";

export interface Tile extends TilePlace {
  name: string;
  /** Quiet word after the name, "(kel.)". */
  note?: string;
  /** null: no data ("–"). */
  count: number | null;
  late: number;
  /** Too few to show to this reader: hatched, "<5". */
  suppressed?: boolean;
  href?: string;
  selected?: boolean;
  /** "Lingsir: 4 kasus terbuka, 2 lewat tenggat". */
  sentence: string;
}

export interface TileGridLabels {
  tiles: string;
  table: string;
  /** Name of the Petak | Tabel choice. */
  view: string;
  /** "Skema, bukan peta batas". */
  caption: string;
  /** "Kasus terbuka", "lewat tenggat"; without the second word nothing here can be late. */
  count: string;
  late?: string;
  /** Heading of the names in the table. */
  name: string;
  suppressed: string;
}

/** Fill of each step, from none to most. */
export const TILE_FILLS = [
  "bg-tile-0",
  "bg-tile-1",
  "bg-tile-2",
  "bg-tile-3",
  "bg-tile-4",
  "bg-tile-5",
];

/** The twin of the tiles: names and numbers, most first. */
export function TileTable({ tiles, labels }: { tiles: readonly Tile[]; labels: TileGridLabels }) {
  const ordered = [...tiles].sort(
    (one, other) => (other.count ?? -1) - (one.count ?? -1) || one.name.localeCompare(other.name),
  );
  return (
    <table className="w-full border-collapse text-control">
      <thead className="text-left text-11 text-text-3">
        <tr>
          <th scope="col" className="py-1 font-semibold">
            {labels.name}
          </th>
          <th scope="col" className="py-1 text-right font-semibold">
            {labels.count}
          </th>
          {labels.late ? (
            <th scope="col" className="py-1 text-right font-semibold">
              {labels.late}
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {ordered.map((tile) => (
          <tr key={tile.key} className="border-t border-line">
            <th scope="row" className="py-1.5 text-left font-medium">
              {tile.name} {tile.note}
            </th>
            <td className="py-1.5 text-right font-bold">
              <TileNumber tile={tile} suppressed={labels.suppressed} />
            </td>
            {labels.late ? (
              <td className={cx("py-1.5 text-right", tile.late > 0 && "font-semibold text-bad")}>
                {tile.suppressed || tile.late === 0 ? "–" : tile.late}
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function TileNumber({ tile, suppressed }: { tile: Tile; suppressed: string }) {
  if (tile.suppressed) {
    return suppressed;
  }
  if (tile.count === null || !tile.href) {
    return tile.count ?? "–";
  }
  return (
    <AppLink href={tile.href} className="underline decoration-1 underline-offset-[3px]">
      {tile.count}
      <span className="sr-only">, {tile.sentence}</span>
    </AppLink>
  );
}

/** What the fills of the tiles mean. */
export function TileLegend({
  labels,
  bounds,
}: {
  labels: TileGridLabels;
  bounds?: readonly number[];
}) {
  return (
    <p
      aria-hidden
      data-chart
      className="mt-2.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-11 text-text-2"
    >
      <span>{labels.count}</span>
      {stepRanges(bounds).map((range, step) => (
        <span key={range} className="flex items-center gap-1">
          <span
            className={cx(
              "h-2.5 w-3.5 shadow-[inset_0_0_0_1px_color-mix(in_srgb,var(--text)_14%,transparent)]",
              TILE_FILLS[step],
            )}
          />
          {range}
        </span>
      ))}
      {labels.late ? (
        <span className="ml-2 flex items-center gap-1">
          <TriangleAlert size={12} strokeWidth={2} className="text-bad" />
          {labels.late}
        </span>
      ) : null}
    </p>
  );
}
