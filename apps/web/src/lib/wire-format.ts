import superjson, { type SuperJSONResult } from "superjson";

/**
 * Paths of a row's times: "receivedAt", "total.dueAt". Whoever adds a time to a row is told by the
 * compiler to name it.
 */
type TimePath<Row> = {
  [K in keyof Row & string]: NonNullable<Row[K]> extends Date
    ? K
    : NonNullable<Row[K]> extends readonly unknown[]
      ? never
      : NonNullable<Row[K]> extends object
        ? `${K}.${TimePath<NonNullable<Row[K]>>}`
        : never;
}[keyof Row & string];

interface Page<Row> {
  readonly items: readonly Row[];
}

interface FlatPage {
  readonly json: Page<object>;
  /** Paths of the times in every row; in `json` they are text. */
  readonly times: readonly string[];
}

const timesOf = new WeakMap<object, readonly string[]>();

/**
 * Marks a page of rows of which all times are known beforehand: it travels as plain JSON instead of
 * being looked through value by value, which cost more than reading the rows (docs/adr/0004). The
 * reader gets the same page. Rows hold text, numbers, booleans, null, times, and nothing else.
 */
export function flatPage<Row, P extends Page<Row> = Page<Row>>(
  page: P & Page<Row>,
  times: Readonly<Record<TimePath<P["items"][number]>, true>>,
): P {
  timesOf.set(page, Object.keys(times));
  return page;
}

function reviveTime(row: object, path: string): void {
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  let place: Record<string, unknown> | null = row as Record<string, unknown>;
  for (const key of keys) place = (place?.[key] ?? null) as Record<string, unknown> | null;
  const text = place?.[last];
  if (place && typeof text === "string") place[last] = new Date(text);
}

/** How answers and questions travel between browser and server. */
export const wireFormat = {
  serialize(value: unknown): SuperJSONResult | FlatPage {
    const times = typeof value === "object" && value !== null ? timesOf.get(value) : undefined;
    return times ? { json: value as Page<object>, times } : superjson.serialize(value);
  },
  deserialize(answer: SuperJSONResult | FlatPage): unknown {
    if (!("times" in answer)) return superjson.deserialize(answer);
    for (const row of answer.json.items) {
      for (const path of answer.times) reviveTime(row, path);
    }
    return answer.json;
  },
};
