import { type HandoverOutcome, handoverOutcomes } from "@rembuk/domain/aid/entitling";
import type { KeyedRow } from "@rembuk/domain/handovers/commands";
import { handsOver, type ProxyRelation } from "@rembuk/domain/handovers/model";

/** One row of the sheet as it stands in the form. */
export interface RowEntry {
  /** Empty: nothing is marked in this row. */
  readonly outcome: HandoverOutcome | "";
  /** Of a part. */
  readonly quantity: string;
  readonly isProxy: boolean;
  readonly proxyName: string;
  readonly relation: ProxyRelation | "";
}

export const emptyRow: RowEntry = {
  ...{ outcome: "", quantity: "", isProxy: false, proxyName: "", relation: "" },
};

export const outcomeOf = (value: string): RowEntry["outcome"] =>
  handoverOutcomes.find((one) => one === value) ?? "";

/** What does not fit in a row; null: it is empty, or whole. */
export const rowProblem = (entry: RowEntry, due: number): "quantity" | "proxy" | null => {
  if (entry.outcome === "" || !handsOver(entry.outcome)) return null;
  const units = Number(entry.quantity);
  const isPart = entry.outcome === "partial";
  if (isPart && !(Number.isInteger(units) && units > 0 && units < due)) return "quantity";
  const isNamed = entry.proxyName.trim().length > 1 && entry.relation !== "";
  return entry.isProxy && !isNamed ? "proxy" : null;
};

/** The row as it is sent; null: nothing is marked in it. */
export const keyedRowOf = (lineId: string, entry: RowEntry, due: number): KeyedRow | null => {
  const { outcome } = entry;
  if (outcome === "") return null;
  if (!handsOver(outcome)) return { lineId, outcome, quantity: 0, receiver: null };
  const proxy = {
    ...{ kind: "proxy" as const, name: entry.proxyName.trim() },
    relation: entry.relation || ("other_family" as const),
  };
  return {
    ...{ lineId, outcome, quantity: outcome === "partial" ? Number(entry.quantity) : due },
    receiver: entry.isProxy ? proxy : { kind: "self" },
  };
};
