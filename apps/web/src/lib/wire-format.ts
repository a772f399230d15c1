import superjson, { type SuperJSONResult } from "superjson";

/**
 * Paths of the times in a value: "receivedAt", "total.dueAt", "notes[].createdAt". Whoever adds a time
 * is told by the compiler to name it.
 */
type TimePath<Value> = {
  [K in keyof Value & string]: TimesIn<NonNullable<Value[K]>, K>;
}[keyof Value & string];

type TimesIn<Held, K extends string> = Held extends string | number | boolean
  ? never
  : Held extends Date
    ? K
    : Held extends readonly (infer Item)[]
      ? `${K}[].${TimePath<NonNullable<Item>>}`
      : Held extends object
        ? `${K}.${TimePath<Held>}`
        : never;

interface Page<Row> {
  readonly items: readonly Row[];
}

interface FlatPage {
  readonly json: Page<object>;
  /** Paths of the times in every row; in `json` they are text. */
  readonly times: readonly string[];
}

/** One value with its times as text, and the paths where they stand. */
interface FlatAnswer {
  readonly json: object;
  readonly at: readonly string[];
}

const pageTimes = new WeakMap<object, readonly string[]>();
const answerTimes = new WeakMap<object, readonly string[]>();

/**
 * Marks a page of rows of which all times are known beforehand: it travels as plain JSON instead of
 * being looked through value by value, which cost more than reading the rows (docs/adr/0004). The
 * reader gets the same page. Rows hold text, numbers, booleans, null, times, and nothing else.
 */
export function flatPage<Row, P extends Page<Row> = Page<Row>>(
  page: P & Page<Row>,
  times: Readonly<Record<TimePath<P["items"][number]>, true>>,
): P {
  pageTimes.set(page, Object.keys(times));
  return page;
}

/** The same for a single answer, lists in it included. */
export function flatAnswer<Value extends object>(
  value: Value,
  times: Readonly<Record<TimePath<Value>, true>>,
): Value {
  answerTimes.set(value, Object.keys(times));
  return value;
}

function reviveTime(place: unknown, [key = "", ...rest]: readonly string[]): void {
  if (typeof place !== "object" || place === null) return;
  const name = key.replace("[]", "");
  const holder = place as Record<string, unknown>;
  const held = holder[name];
  if (Array.isArray(held)) for (const item of held) reviveTime(item, rest);
  else if (rest.length > 0) reviveTime(held, rest);
  else if (typeof held === "string") holder[name] = new Date(held);
}

const keysOf = (path: string): readonly string[] => path.split(".");

/** How answers and questions travel between browser and server. */
export const wireFormat = {
  serialize(value: unknown): SuperJSONResult | FlatPage | FlatAnswer {
    if (typeof value !== "object" || value === null) return superjson.serialize(value);
    const times = pageTimes.get(value);
    if (times) return { json: value as Page<object>, times };
    const at = answerTimes.get(value);
    return at ? { json: value, at } : superjson.serialize(value);
  },
  deserialize(answer: SuperJSONResult | FlatPage | FlatAnswer): unknown {
    if ("at" in answer) {
      for (const path of answer.at) reviveTime(answer.json, keysOf(path));
      return answer.json;
    }
    if (!("times" in answer)) return superjson.deserialize(answer);
    for (const path of answer.times.map(keysOf)) {
      for (const row of answer.json.items) reviveTime(row, path);
    }
    return answer.json;
  },
};
