import { ChevronRight } from "lucide-react";
import { type BandDay, type BandStrand, columnFrom, columnUntil } from "./band-geometry";

export interface BandTableLabels {
  /** The disclosure: "Tabel hari". */
  table: string;
  /** Headings: date, day number, holder, working days used by the holder. */
  tableDate: string;
  tableDay: string;
  tableHolder: string;
  tableUsed: string;
  /** Shown where nobody held it. */
  tableNobody: string;
}

/** The same facts as the band, as a table behind a disclosure. Works without scripts. */
export function BandTable({
  days,
  strands,
  until,
  omitted,
  labels,
}: {
  days: readonly BandDay[];
  strands: readonly BandStrand[];
  until: string;
  /** Days left off before the first. */
  omitted: number;
  labels: BandTableLabels;
}) {
  const end = columnUntil(days, until);
  return (
    <details className="group text-12">
      <summary className="inline-flex min-h-(--target-min) items-center gap-1 rounded-r1 text-brand underline decoration-1 underline-offset-2">
        <ChevronRight size={12} aria-hidden className="group-open:rotate-90" />
        {labels.table}
      </summary>
      <div className="mt-1 max-h-72 overflow-auto rounded-r2 border border-line">
        <table className="w-full border-collapse text-left">
          <thead className="sticky top-0 bg-surface-2 text-11 text-text-3">
            <tr>
              {[labels.tableDay, labels.tableDate, labels.tableHolder, labels.tableUsed].map(
                (head) => (
                  <th key={head} scope="col" className="px-2.5 py-1.5 font-semibold">
                    {head}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {days.slice(0, end + 1).map((day, at) => (
              <tr key={day.date} className="border-t border-line">
                <td className="px-2.5 py-1">{at + omitted + 1}</td>
                <th scope="row" className="px-2.5 py-1 font-normal whitespace-nowrap">
                  {day.long}
                </th>
                <HolderCells
                  days={days}
                  strands={strands}
                  at={at}
                  until={until}
                  nobody={labels.tableNobody}
                />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function HolderCells({
  days,
  strands,
  at,
  until,
  nobody,
}: {
  days: readonly BandDay[];
  strands: readonly BandStrand[];
  at: number;
  until: string;
  nobody: string;
}) {
  const holding = strands.find(
    (strand) => columnFrom(days, strand.from) <= at && at <= columnUntil(days, strand.to ?? until),
  );
  return (
    <>
      <td className="px-2.5 py-1">{holding?.holder ?? nobody}</td>
      <td className="px-2.5 py-1">{holding ? at - columnFrom(days, holding.from) + 1 : "–"}</td>
    </>
  );
}
