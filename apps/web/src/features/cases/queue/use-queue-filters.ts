"use client";

import { isPersonalTerm } from "@rembuk/domain/cases/search-term";
import { parseAsString, useQueryStates } from "nuqs";
import { useMemo, useState } from "react";
import {
  addressWords,
  lookWords,
  readAddress,
  readLook,
  savedWord,
  writeAddress,
  writeLook,
} from "./queue-address";
import type { QueueLook } from "./queue-look";
import { noFilters, type QueueFilters } from "./queue-view";

/** Raw values: what they mean, and what is wrong with them, is said in queue-address.ts alone. */
const address = Object.fromEntries(
  [...Object.values(addressWords), ...Object.values(lookWords), savedWord].map((word) => [
    word,
    parseAsString,
  ]),
);

/** The filters of the queue and how to change them; the address is the state, but for a NIK or a phone. */
export function useQueueFilters() {
  const [values, setValues] = useQueryStates(address, { history: "replace" });
  const [unwritten, setUnwritten] = useState("");
  return useMemo(() => {
    const { filters, ignored } = readAddress(values);
    const { look, ignored: unknown } = readLook(values);
    const put = (next: QueueFilters) => {
      setUnwritten(isPersonalTerm(next.text) ? next.text : "");
      void setValues(writeAddress(next));
    };
    const shown = { ...filters, text: unwritten || filters.text };
    return {
      filters: shown,
      look,
      /** The saved view that was opened; what it holds may have been changed since. */
      savedId: values[savedWord] ?? null,
      ignored: [...ignored, ...unknown],
      change: (change: Partial<Omit<QueueFilters, "view">>) => put({ ...shown, ...change }),
      changeLook: (change: Partial<QueueLook>) => void setValues(writeLook({ ...look, ...change })),
      clear: () => put({ ...noFilters, view: shown.view, order: shown.order }),
    };
  }, [values, setValues, unwritten]);
}
