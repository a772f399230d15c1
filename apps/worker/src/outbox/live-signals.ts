/** PostgreSQL refuses a payload of 8000 bytes and more. */
const longestPayload = 7_500;

export interface LiveSignal {
  readonly seq: number;
  readonly subjects: readonly string[];
  readonly subdistrictCodes: readonly string[];
}

export const liveChannel = "rembuk_live";

const halves = (signal: LiveSignal): readonly LiveSignal[] => {
  const middle = Math.ceil(signal.subjects.length / 2);
  return [
    { ...signal, subjects: signal.subjects.slice(0, middle) },
    { ...signal, subjects: signal.subjects.slice(middle) },
  ];
};

/** What the web is told after a batch: ids only, in as many payloads as it takes. */
export const livePayloads = (signal: LiveSignal): readonly string[] => {
  const text = JSON.stringify(signal);
  if (Buffer.byteLength(text) <= longestPayload || signal.subjects.length <= 1) return [text];
  return halves(signal).flatMap(livePayloads);
};
