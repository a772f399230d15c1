"use client";

import type { BulkOutcome } from "@rembuk/domain/cases/bulk";
import { createContext, type ReactNode, use, useMemo, useState } from "react";

/** What a case will be, shown before the server has made it so. */
export interface PendingCase {
  readonly becomes: Partial<BulkOutcome>;
  /** held: accepted and still to be undone; saving: on its way. */
  readonly kind: "held" | "saving";
}

interface Marks {
  readonly mark: (entries: readonly (readonly [string, PendingCase])[]) => void;
  readonly unmark: (caseIds: readonly string[]) => void;
}

const Pending = createContext<ReadonlyMap<string, PendingCase>>(new Map());
const Marking = createContext<Marks>({ mark: () => undefined, unmark: () => undefined });

/** Keeps what was begun and is not yet so, across the pages of the office. */
export function PendingCasesProvider({ children }: { children: ReactNode }) {
  const [pending, setPending] = useState<ReadonlyMap<string, PendingCase>>(new Map());
  const marks = useMemo(
    (): Marks => ({
      mark: (entries) => setPending((before) => new Map([...before, ...entries])),
      unmark: (caseIds) =>
        setPending((before) => new Map([...before].filter(([id]) => !caseIds.includes(id)))),
    }),
    [],
  );
  return (
    <Marking value={marks}>
      <Pending value={pending}>{children}</Pending>
    </Marking>
  );
}

export const usePendingCases = (): ReadonlyMap<string, PendingCase> => use(Pending);

/** Shows what a case will be, or lets it be again what the server says. */
export const useMarkPending = (): Marks => use(Marking);

/** Rows as they will be; what is not pending is the very same object. */
export function withPending<Row extends { readonly id: string }>(
  rows: readonly Row[],
  pending: ReadonlyMap<string, PendingCase>,
): readonly (Row & { readonly pending?: PendingCase["kind"] })[] {
  if (pending.size === 0) return rows;
  return rows.map((row) => {
    const mark = pending.get(row.id);
    return mark ? { ...row, ...mark.becomes, pending: mark.kind } : row;
  });
}
