/** One message of a chat, as the paper trail of a telephone shows it: no zone, no id. */
export interface ChatMessage {
  /** Wall clock of the telephone: "2026-11-21T10:15". */
  readonly at: string;
  readonly sender: string;
  /** Without the lines that stand for photos and files. */
  readonly text: string;
  /** Photos, voice notes and files that the text only names. */
  readonly media: number;
  /** Names of those that an export brings along, in their order. */
  readonly files: readonly string[];
}

/** Longer pastes are cut: a chat of years is no report. */
export const LONGEST_CHAT = 200_000;

// Direction marks and narrow spaces that telephones put around names, times and attachments.
const MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const SPACES = /[\u00a0\u202f\u2009]/g;

const DATE = "(\\d{1,4})[/.-](\\d{1,2})[/.-](\\d{1,4})";
const TIME = "(\\d{1,2})[.:](\\d{2})(?:[.:]\\d{2})? ?(?:([ap])\\.?m\\.?)?";
/** "[21/11/26 10.15] ", "[21/11/26, 10:15:03 AM] ", "21/11/26, 10:15 - ", "21/11/26 10.15 - " */
const DATE_FIRST = new RegExp(`^\\[?${DATE},? (?:pukul )?${TIME}(?:\\] ?| - )`, "i");
/** "[10.15, 21/11/2026] ": what the web and desktop applications copy. */
const TIME_FIRST = new RegExp(`^\\[${TIME}, ?${DATE}\\] ?`, "i");

const MEDIA =
  /^(?:<(?:media tidak disertakan|media omitted|(?:terlampir|attached): [^>]+)>|(?:gambar|foto|video|audio|stiker|dokumen|gif|kartu kontak|image|photo|sticker|document|contact card) (?:tidak disertakan|omitted)|.{1,200}\.(?:jpe?g|png|webp|mp4|3gp|opus|ogg|m4a|pdf|docx?|xlsx?|vcf) ?(?:\((?:file terlampir|file attached)\)|tidak disertakan|omitted))$/i;
/** "<terlampir: 00000012-PHOTO.jpg>", "IMG-20261121-WA0004.jpg (file terlampir)" */
const ATTACHED =
  /^(?:<(?:terlampir|attached): ([^>]{1,200})>|(.{1,200}\.\w{2,5}) ?\((?:file terlampir|file attached)\))$/i;
const DELETED =
  /^(?:pesan ini (?:telah )?dihapus|anda (?:telah )?menghapus pesan ini|this message was deleted|you deleted this message)\.?$/i;
const EDITED = / ?<(?:pesan ini diedit|this message was edited)>$/i;

interface Stamp {
  readonly parts: readonly [number, number, number];
  readonly hour: number;
  readonly minute: number;
  readonly rest: string;
}

function readStamp(line: string): Stamp | null {
  const dateFirst = DATE_FIRST.exec(line);
  const found = dateFirst ?? TIME_FIRST.exec(line);
  if (!found) return null;
  const [a, b, c, d, e, f] = found.slice(1);
  const [date, time] = dateFirst
    ? [
        [a, b, c],
        [d, e, f],
      ]
    : [
        [d, e, f],
        [a, b, c],
      ];
  const [one = 0, two = 0, three = 0] = date.map(Number);
  const hour = Number(time[0]);
  const half = time[2]?.toLowerCase();
  return {
    parts: [one, two, three],
    hour: half ? (hour % 12) + (half === "p" ? 12 : 0) : hour,
    minute: Number(time[1]),
    rest: line.slice(found[0].length),
  };
}

/** Day before month, as Indonesia writes it, unless one of the dates can only be the other way. */
const isMonthFirst = (stamps: readonly Stamp[]): boolean =>
  stamps.some(({ parts: [, second] }) => second > 12) &&
  stamps.every(({ parts: [first] }) => first <= 12);

const twoDigits = (value: number): string => String(value).padStart(2, "0");

/** Null when there is no such day or minute. */
function clockOf({ parts, hour, minute }: Stamp, monthFirst: boolean): string | null {
  const [one, two, three] = parts;
  const [year, month, day] =
    one > 31 ? [one, two, three] : monthFirst ? [three, one, two] : [three, two, one];
  const full = year < 100 ? 2000 + year : year;
  const date = new Date(Date.UTC(full, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  if (hour > 23 || minute > 59 || full < 2009 || full > 2200) return null;
  return `${full}-${twoDigits(month)}-${twoDigits(day)}T${twoDigits(hour)}:${twoDigits(minute)}`;
}

const attachedName = (line: string): string[] => {
  const found = ATTACHED.exec(line.trim());
  const name = (found?.[1] ?? found?.[2])?.trim();
  return name ? [name] : [];
};

/** "~ Siti" is how a telephone shows who is not in its contacts. */
const senderName = (name: string): string => name.replace(/^~\s*/, "").trim();

function messageOf(at: string, lines: readonly string[]): ChatMessage | null {
  const [first = "", ...more] = lines;
  const colon = first.indexOf(":");
  // Without a name it is the application that speaks: somebody joined, keys changed.
  if (colon < 1 || colon > 80) return null;
  const said = [first.slice(colon + 1).trim(), ...more].map((line) => line.replace(EDITED, ""));
  const words = said.filter((line) => !MEDIA.test(line.trim()) && !DELETED.test(line.trim()));
  return {
    at,
    sender: senderName(first.slice(0, colon)),
    text: words.join("\n").trim(),
    media: said.filter((line) => MEDIA.test(line.trim())).length,
    files: said.flatMap(attachedName),
  };
}

/**
 * The messages of a chat that was exported or copied, Android, iPhone or web, Indonesian or English.
 * Lines without a time belong to the message before them; what stands before the first is dropped.
 */
export function parseChat(pasted: string): readonly ChatMessage[] {
  const lines = pasted
    .slice(0, LONGEST_CHAT)
    .replace(MARKS, "")
    .replace(SPACES, " ")
    .split(/\r\n?|\n/);
  const found: { readonly stamp: Stamp; readonly lines: string[] }[] = [];
  for (const line of lines) {
    const stamp = readStamp(line);
    if (stamp) found.push({ stamp, lines: [stamp.rest] });
    else found.at(-1)?.lines.push(line);
  }
  const monthFirst = isMonthFirst(found.map(({ stamp }) => stamp));
  return found.flatMap(({ stamp, lines: own }) => {
    const at = clockOf(stamp, monthFirst);
    const message = at === null ? null : messageOf(at, own);
    return message && (message.text !== "" || message.media > 0) ? [message] : [];
  });
}

/** Who wrote in a chat, the one with the most words first: that is who tells. */
export function sendersOf(messages: readonly ChatMessage[]): readonly string[] {
  const written = new Map<string, number>();
  for (const { sender, text } of messages)
    written.set(sender, (written.get(sender) ?? 0) + text.length);
  return [...written].sort((a, b) => b[1] - a[1]).map(([sender]) => sender);
}
