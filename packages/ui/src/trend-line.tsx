import { AppLink } from "./app-link";
import { cx } from "./class-names";
import { gridValues, linePath } from "./trend-scale";

export interface TrendSeries {
  key: string;
  label: string;
  /** One value per point; null where nothing is known. */
  values: readonly (number | null)[];
  /** What each value counts, for the numbers of the table. */
  hrefs?: readonly string[];
  /** The main line is solid with knots, a second one dashed. */
  look: "main" | "dashed";
}

export interface TrendLineProps {
  /** Labels of the points, oldest first ("31 Agu"). */
  points: readonly string[];
  series: readonly TrendSeries[];
  /** What the picture says, in a sentence; also printed below it. */
  sentence: string;
  /** The disclosure with the numbers: "Tabel". */
  tableLabel: string;
  /** Heading of the points in the table: "Pekan". */
  pointLabel: string;
  height?: number;
  className?: string;
}

const WIDTH = 480;
const PAD = { left: 28, right: 12, top: 8, bottom: 20 };

/** One or two lines over time, with the sentence below and a table as its twin. */
export function TrendLine(props: TrendLineProps) {
  const { points, series, sentence, height = 140 } = props;
  return (
    <figure className={cx("min-w-0", props.className)}>
      <div className="mb-1 flex justify-end gap-3 text-11 text-text-2">
        {series.map((one) => (
          <span key={one.key} className="flex items-center gap-1.5">
            <Swatch look={one.look} />
            {one.label}
          </span>
        ))}
      </div>
      <Plot points={points} series={series} sentence={sentence} height={height} />
      <figcaption className="mt-1 text-meta text-text-2">
        {sentence}
        <TrendTable {...props} />
      </figcaption>
    </figure>
  );
}

const LOOK = {
  main: { stroke: "var(--brand)", strokeWidth: 2 },
  dashed: { stroke: "var(--text-3)", strokeWidth: 1.5, strokeDasharray: "3 3" },
};

function Swatch({ look }: { look: TrendSeries["look"] }) {
  return (
    <svg width="20" height="8" aria-hidden="true">
      <path d="M0 4H20" fill="none" {...LOOK[look]} />
      {look === "main" ? <path d="M10 1l3 3-3 3-3-3z" fill="var(--brand)" /> : null}
    </svg>
  );
}

function Plot({
  points,
  series,
  sentence,
  height,
}: Omit<TrendLineProps, "tableLabel" | "pointLabel"> & { height: number }) {
  const most = Math.max(1, ...series.flatMap((one) => one.values.map((value) => value ?? 0)));
  const grid = gridValues(most);
  const top = grid.at(-1) ?? most;
  const last = Math.max(1, points.length - 1);
  const x = (at: number) => PAD.left + (at / last) * (WIDTH - PAD.left - PAD.right);
  const y = (value: number) =>
    height - PAD.bottom - (value / top) * (height - PAD.top - PAD.bottom);
  const every = Math.max(1, Math.ceil(points.length / 4));
  return (
    <svg
      role="img"
      aria-label={sentence}
      data-chart
      viewBox={`0 0 ${WIDTH} ${height}`}
      className="block h-auto w-full"
    >
      {grid.map((value) => (
        <g key={value}>
          <path d={`M${PAD.left} ${y(value)}H${WIDTH - PAD.right}`} stroke="var(--line)" />
          <text
            x={PAD.left - 8}
            y={y(value) + 4}
            textAnchor="end"
            fontSize="11"
            fill="var(--text-3)"
          >
            {value}
          </text>
        </g>
      ))}
      {points.map((point, at) =>
        at % every === 0 || at === points.length - 1 ? (
          <text
            key={point}
            x={x(at)}
            y={height - 5}
            fontSize="11"
            fill="var(--text-3)"
            textAnchor={at === 0 ? "start" : at === points.length - 1 ? "end" : "middle"}
          >
            {at === points.length - 1 || points.length - 1 - at >= every / 2 ? point : ""}
          </text>
        ) : null,
      )}
      {series.map((one) => (
        <g key={one.key}>
          <path
            d={linePath(one.values, (at, value) => [x(at), y(value)])}
            fill="none"
            {...LOOK[one.look]}
          />
          {one.look === "main" ? <Knots values={one.values} x={x} y={y} /> : null}
        </g>
      ))}
    </svg>
  );
}

function Knots({
  values,
  x,
  y,
}: {
  values: readonly (number | null)[];
  x: (at: number) => number;
  y: (value: number) => number;
}) {
  const d = values
    .map((value, at) =>
      value === null ? "" : `M${x(at)} ${y(value) - 3.5}l3.5 3.5-3.5 3.5-3.5-3.5z`,
    )
    .join("");
  return <path d={d} fill="var(--brand)" />;
}

function TrendTable({ points, series, tableLabel, pointLabel }: TrendLineProps) {
  return (
    <details className="mt-0.5">
      <summary className="inline-flex min-h-(--target-min) items-center text-brand underline decoration-1 underline-offset-2">
        {tableLabel}
      </summary>
      <table className="mt-1 w-full border-collapse text-12">
        <thead className="text-11 text-text-3">
          <tr>
            {[pointLabel, ...series.map((one) => one.label)].map((head, at) => (
              <th
                key={head}
                scope="col"
                className={cx("py-1 font-semibold", at === 0 ? "text-left" : "text-right")}
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points.map((point, at) => (
            <tr key={point} className="border-t border-line">
              <th scope="row" className="py-1 text-left font-normal">
                {point}
              </th>
              {series.map((one) => (
                <td key={one.key} className="py-1 text-right text-text">
                  <TrendNumber
                    value={one.values[at] ?? null}
                    href={one.hrefs?.[at]}
                    label={`${pointLabel} ${point}, ${one.label}`}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function TrendNumber({
  value,
  href,
  label,
}: {
  value: number | null;
  href: string | undefined;
  label: string;
}) {
  if (!value || !href) return value ?? "–";
  return (
    <AppLink
      href={href}
      aria-label={`${label}: ${value}`}
      className="inline-flex min-h-(--target-min) min-w-6 items-center justify-end font-bold text-text underline decoration-1 underline-offset-[3px] hover:text-brand"
    >
      {value}
    </AppLink>
  );
}
