import "server-only";

const holder = globalThis as unknown as { rembuk?: Map<string, unknown> };

/**
 * The one value of this name in the whole process, made at the first call. The bundler may load a
 * module several times (pages, route handlers, instrumentation); connections and counters must not
 * multiply with it.
 */
export function oncePerProcess<Value>(name: string, create: () => Value): Value {
  holder.rembuk ??= new Map();
  const known = holder.rembuk.get(name);
  if (known !== undefined) return known as Value;
  const fresh = create();
  holder.rembuk.set(name, fresh);
  return fresh;
}

/** Forgets it, so that the next call makes a new one. */
export function forgetOnce(name: string): void {
  holder.rembuk?.delete(name);
}
