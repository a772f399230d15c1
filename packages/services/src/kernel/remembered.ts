/** Master data changes by hand, a few times a year; a minute of age is fine and saves a query per act. */
const freshForMs = 60_000;

interface Entry<T> {
  readonly at: number;
  readonly value: Promise<T>;
}

/** A loader that remembers; `forget` drops all that this process knows of a handle. */
export interface Remembered<Handle extends object, T> {
  (handle: Handle, key: string): Promise<T>;
  forget(handle: Handle): void;
}

/**
 * Remembers what a key loads to, per database handle, for a minute or for as long as is said.
 * Failures are not remembered.
 */
export const remembered = <Handle extends object, T>(
  load: (handle: Handle, key: string) => Promise<T>,
  forMs: number = freshForMs,
): Remembered<Handle, T> => {
  const caches = new WeakMap<Handle, Map<string, Entry<T>>>();
  const recall = (handle: Handle, key: string): Promise<T> => {
    const cache = caches.get(handle) ?? new Map<string, Entry<T>>();
    caches.set(handle, cache);
    const known = cache.get(key);
    if (known && Date.now() - known.at < forMs) return known.value;
    const value = load(handle, key);
    cache.set(key, { at: Date.now(), value });
    value.catch(() => cache.delete(key));
    return value;
  };
  return Object.assign(recall, { forget: (handle: Handle) => void caches.delete(handle) });
};
