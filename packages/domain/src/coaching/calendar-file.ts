/** One session as a calendar takes it. */
export interface CalendarEntry {
  readonly id: string;
  readonly title: string;
  readonly place: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly isCancelled: boolean;
  /** Grows with each change, so that a calendar takes the newer one. */
  readonly version: number;
}

/** RFC 5545, 3.3.11: what has a meaning in a text is escaped; a control character has none. */
const escaped = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, "\n")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f]/g, " ")
    .replaceAll("\\", "\\\\")
    .replaceAll(";", "\\;")
    .replaceAll(",", "\\,")
    .replaceAll("\n", "\\n");

const encoder = new TextEncoder();
const mostOctets = 75;

/** RFC 5545, 3.1: no line over 75 octets; it goes on after a blank, and no letter is cut. */
const folded = (line: string): string => {
  const rows: string[] = [];
  let row = "";
  for (const letter of line) {
    if (encoder.encode(row + letter).length > mostOctets) {
      rows.push(row);
      row = " ";
    }
    row += letter;
  }
  return [...rows, row].join("\r\n");
};

/** "20241021T020000Z" */
const instant = (at: Date): string => at.toISOString().replaceAll(/[-:]|\.\d{3}/g, "");

/** Sessions as a calendar file (RFC 5545), in UTC. @param name of the calendar */
export const calendarFile = (
  entries: readonly CalendarEntry[],
  name: string,
  now: Date,
): string => {
  const lines = [
    ...["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Rembuk//Pembinaan//ID"],
    ...["CALSCALE:GREGORIAN", "METHOD:PUBLISH", `X-WR-CALNAME:${escaped(name)}`],
    ...entries.flatMap((one) => [
      "BEGIN:VEVENT",
      `UID:${one.id}@rembuk`,
      `DTSTAMP:${instant(now)}`,
      `SEQUENCE:${one.version}`,
      `DTSTART:${instant(one.startsAt)}`,
      `DTEND:${instant(one.endsAt)}`,
      `SUMMARY:${escaped(one.title)}`,
      `LOCATION:${escaped(one.place)}`,
      `STATUS:${one.isCancelled ? "CANCELLED" : "CONFIRMED"}`,
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
};
