"use client";

import { isPersonalTerm } from "@rembuk/domain/cases/personal-term";
import { useMemo, useState } from "react";
import { useAddressWords, writeAddressWords } from "@/lib/address-words";
import { afterPaint } from "@/lib/after-paint";
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

/** What they mean, and what is wrong with their values, is said in queue-address.ts alone. */
const words = [...Object.values(addressWords), ...Object.values(lookWords), savedWord];

/** The filters of the queue and how to change them; the address is the state, but for a NIK or a phone. */
export function useQueueFilters() {
  const values = useAddressWords(words);
  const [unwritten, setUnwritten] = useState("");
  return useMemo(() => {
    const { filters, ignored } = readAddress(values);
    const { look, ignored: unknown } = readLook(values);
    const shown = { ...filters, text: unwritten || filters.text };
    const put = (next: QueueFilters) => {
      setUnwritten(isPersonalTerm(next.text) ? next.text : "");
      const write = () => writeAddressWords(writeAddress(next));
      // The box would take its own words back, were they written later than they were sent.
      if (next.text === shown.text) afterPaint(write);
      else write();
    };
    return {
      filters: shown,
      look,
      /** The saved view that was opened; what it holds may have been changed since. */
      savedId: values[savedWord] ?? null,
      ignored: [...ignored, ...unknown],
      change: (change: Partial<Omit<QueueFilters, "view">>) => put({ ...shown, ...change }),
      changeLook: (change: Partial<QueueLook>) =>
        afterPaint(() => writeAddressWords(writeLook({ ...look, ...change }))),
      clear: () => put({ ...noFilters, view: shown.view, order: shown.order }),
    };
  }, [values, unwritten]);
}
