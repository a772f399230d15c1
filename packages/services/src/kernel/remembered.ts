/** Master data changes by hand, a few times a year; a minute of age is fine and saves a query per act. */
const freshForMs = 60_000;

interface Entry<T> {
  readonly at: number;
  readonly value: Promise<T>;
}

/** Remembers what a key loads to, per database handle, for a minute. Failures are not remembered. */
export const remembered = <Handle extends object, T>(
  load: (handle: Handle, key: string) => Promise<T>,
) => {
  const caches = new WeakMap<Handle, Map<string, Entry<T>>>();
  return (handle: Handle, key: string): Promise<T> => {
    const cache = caches.get(handle) ?? new Map<string, Entry<T>>();
    caches.set(handle, cache);
    const known = cache.get(key);
    if (known && Date.now() - known.at < freshForMs) return known.value;
    const value = load(handle, key);
    cache.set(key, { at: Date.now(), value });
    value.catch(() => cache.delete(key));
    return value;
  };
};
