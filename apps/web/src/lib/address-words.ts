"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useMemo, useSyncExternalStore } from "react";

/** Words of an address by name; null where there is none. */
export type AddressWords = Readonly<Record<string, string | null>>;

const none: AddressWords = {};
/** Written to the address already, but not yet told by the router, which takes its time. */
let ahead = none;
const listeners = new Set<() => void>();

const setAhead = (words: AddressWords): void => {
  ahead = words;
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    // The page is left: what it wrote means nothing to the next one.
    if (listeners.size === 0) ahead = none;
  };
};

/** The address with these words changed. Commas stay as they are, so that people can read it. */
export function addressWith(address: string, change: AddressWords): string {
  const url = new URL(address);
  for (const [name, word] of Object.entries(change)) {
    if (word === null) url.searchParams.delete(name);
    else url.searchParams.set(name, word);
  }
  return `${url.pathname}${url.search.replaceAll("%2C", ",")}${url.hash}`;
}

/** Changes words of this page's address, without asking the server and without a step in the history. */
export function writeAddressWords(change: AddressWords): void {
  setAhead({ ...ahead, ...change });
  window.history.replaceState(null, "", addressWith(window.location.href, change));
}

/** The words of the address that have these names: as they were written last, at once. */
export function useAddressWords(names: readonly string[]): AddressWords {
  const told = useSearchParams();
  const early = useSyncExternalStore(
    subscribe,
    () => ahead,
    () => none,
  );
  useEffect(() => {
    const written = new URLSearchParams(window.location.search);
    if (ahead !== none && written.toString() === told.toString()) setAhead(none);
  }, [told]);
  return useMemo(
    () =>
      Object.fromEntries(
        names.map((name) => [name, name in early ? (early[name] ?? null) : told.get(name)]),
      ),
    [names, early, told],
  );
}
