"use client";

import {
  columnOrderingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useMemo } from "react";
import { cellOf, type QueueItem } from "./queue-cells";
import { type ListColumn, listColumns } from "./queue-look";

const features = tableFeatures({ columnVisibilityFeature, columnOrderingFeature });
const helper = createColumnHelper<typeof features, QueueItem>();

const columns = helper.columns(
  listColumns.map((id) => {
    const Cell = cellOf[id];
    return helper.display({ id, cell: ({ row }) => <Cell row={row.original} /> });
  }),
);

export type QueueTableRow = ReturnType<
  ReturnType<typeof useQueueTable>["getRowModel"]
>["rows"][number];

/** Rows and the columns that are shown, in their order; what it looks like is the list's own. */
export function useQueueTable(rows: readonly QueueItem[], shown: readonly ListColumn[]) {
  const state = useMemo(
    () => ({
      columnOrder: [...shown],
      columnVisibility: Object.fromEntries(listColumns.map((id) => [id, shown.includes(id)])),
    }),
    [shown],
  );
  const data = useMemo(() => [...rows], [rows]);
  return useTable({ features, columns, data, state, getRowId: (row) => row.id });
}
