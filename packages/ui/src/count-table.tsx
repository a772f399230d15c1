import { AppLink } from "./app-link";
import { cx } from "./class-names";

export interface CountCell {
  value: number;
  /** What it counts; a zero is no door. */
  href?: string;
  /** What the number means when it is read alone: "Kec. Halong, lewat: 3". */
  sentence: string;
  tone?: "plain" | "bad";
}

export interface CountRow {
  key: string;
  label: string;
  cells: readonly CountCell[];
}

/** Counts by group in a table whose numbers are links: the twin of a chart, or a chart's whole. */
export function CountTable({
  caption,
  rowHead,
  columns,
  rows,
}: {
  caption: string;
  /** Heading of the first column. */
  rowHead: string;
  columns: readonly { key: string; label: string }[];
  rows: readonly CountRow[];
}) {
  return (
    <div className="overflow-x-auto">
      <table aria-label={caption} className="w-full border-collapse text-12">
        <thead className="text-11 text-text-3">
          <tr>
            <th
              scope="col"
              className="sticky left-0 z-[1] min-w-28 bg-surface py-1 pr-2 text-left font-semibold"
            >
              {rowHead}
            </th>
            {columns.map(({ key, label }) => (
              <th key={key} scope="col" className="px-2 py-1 text-right font-semibold last:pr-1">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className="border-t border-line">
              <th
                scope="row"
                className="sticky left-0 z-[1] bg-surface py-1 pr-2 text-left font-medium"
              >
                {row.label}
              </th>
              {row.cells.map((cell, at) => (
                <td
                  key={columns[at]?.key ?? at}
                  className="px-2 py-0 text-right tabular-nums last:pr-1"
                >
                  <CountLink cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CountLink({ cell }: { cell: CountCell }) {
  const { value, href, sentence, tone = "plain" } = cell;
  if (value === 0 || !href) return <span className="text-text-3">{value}</span>;
  return (
    <AppLink
      href={href}
      aria-label={sentence}
      className={cx(
        "inline-flex min-h-(--target-min) min-w-6 items-center justify-end font-bold underline decoration-1 underline-offset-[3px]",
        tone === "bad" ? "text-bad" : "text-text hover:text-brand",
      )}
    >
      {value}
    </AppLink>
  );
}
