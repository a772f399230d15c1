"use client";

import { isPersonalTerm } from "@rembuk/domain/cases/search-term";
import { parseAsString, useQueryStates } from "nuqs";
import { useMemo, useState } from "react";
import { addressWords, readAddress, writeAddress } from "./queue-address";
import { noFilters, type QueueFilters } from "./queue-view";

/** Raw values: what they mean, and what is wrong with them, is said in queue-address.ts alone. */
const address = Object.fromEntries(
  Object.values(addressWords).map((word) => [word, parseAsString]),
);

/** The filters of the queue and how to change them; the address is the state, but for a NIK or a phone. */
export function useQueueFilters() {
  const [values, setValues] = useQueryStates(address, { history: "replace" });
  const [unwritten, setUnwritten] = useState("");
  return useMemo(() => {
    const { filters, ignored } = readAddress(values);
    const put = (next: QueueFilters) => {
      setUnwritten(isPersonalTerm(next.text) ? next.text : "");
      void setValues(writeAddress(next));
    };
    const shown = { ...filters, text: unwritten || filters.text };
    return {
      filters: shown,
      ignored,
      change: (change: Partial<Omit<QueueFilters, "view">>) => put({ ...shown, ...change }),
      clear: () => put({ ...noFilters, view: shown.view, order: shown.order }),
    };
  }, [values, setValues, unwritten]);
}
