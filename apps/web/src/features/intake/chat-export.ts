import { LONGEST_CHAT, parseChat } from "@rembuk/domain/cases/whatsapp-chat";
import { kindOf } from "@rembuk/domain/files/accepted-kinds";
import { listZip, unpack, type ZipEntry, ZipError } from "./zip-entries";

/** Photos that a report takes from a chat at most; more are added on the case. */
export const mostPhotos = 20;

const mb = 1_048_576;
const limits = {
  archive: 512 * mb,
  text: 8 * mb,
  photo: 15 * mb,
  /** All photos of an archive together. */
  photos: 120 * mb,
  /** Read of an archive; which of them are shown depends on whose messages they are. */
  read: 60,
};

const photoTypes: Readonly<Record<string, string>> = {
  jpeg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
};
const looksLikePhoto = /\.(?:jpe?g|png|webp)$/i;

/** What WhatsApp's "export chat" brings. */
export interface ChatExport {
  readonly text: string;
  /** By the name that the text calls them. */
  readonly photos: ReadonlyMap<string, File>;
  /** Photos that were too large, broken or too many. */
  readonly leftOut: number;
}

export type ExportProblem = "not-zip" | "too-large" | "no-chat";

/** A photograph by its first bytes, whatever its name says; null for anything else. */
export async function asPhoto(file: Blob, name: string): Promise<File | null> {
  if (file.size > limits.photo) return null;
  const kind = kindOf(new Uint8Array(await file.slice(0, 64).arrayBuffer()));
  const type = photoTypes[kind];
  return type ? new File([file], name, { type }) : null;
}

const baseName = (name: string): string => name.split(/[/\\]/).at(-1) ?? "";

/** The newest part of a long chat, from a whole line on. */
const newestPart = (text: string): string => {
  if (text.length <= LONGEST_CHAT) return text;
  const tail = text.slice(-LONGEST_CHAT);
  return tail.slice(tail.indexOf("\n") + 1);
};

const readText = async (file: Blob, entries: readonly ZipEntry[]): Promise<string | null> => {
  const texts = entries.filter(({ name }) => name.toLowerCase().endsWith(".txt"));
  // An iPhone calls it _chat.txt, Android by the name of the chat: other texts are attachments.
  const chat =
    texts.find(({ name }) => baseName(name) === "_chat.txt") ??
    texts.find(({ name }) => /whatsapp/i.test(baseName(name))) ??
    (texts.length === 1 ? texts[0] : undefined);
  return chat ? new TextDecoder().decode(await unpack(file, chat, limits.text)) : null;
};

/** Photos that the text names, the newest ones; of two under one name the first. */
const wantedPhotos = (text: string, entries: readonly ZipEntry[]): readonly ZipEntry[] => {
  const byName = new Map([...entries].reverse().map((entry) => [baseName(entry.name), entry]));
  const named = parseChat(text).flatMap(({ files }) => files);
  return [...new Set(named)]
    .filter((name) => looksLikePhoto.test(name))
    .flatMap((name) => byName.get(name) ?? []);
};

/**
 * Reads a chat that was exported with its media. Everything happens in this browser; nothing is kept.
 * Only photos that the chat itself names are unpacked, each and together up to a limit.
 */
export async function readChatExport(file: File): Promise<ChatExport | ExportProblem> {
  if (file.size > limits.archive) return "too-large";
  try {
    const entries = await listZip(file);
    const whole = await readText(file, entries);
    if (whole === null) return "no-chat";
    const text = newestPart(whole);
    const wanted = wantedPhotos(text, entries);
    const photos = new Map<string, File>();
    let room = limits.photos;
    for (const entry of wanted.slice(-limits.read)) {
      const photo = await readPhoto(file, entry, Math.min(room, limits.photo));
      if (photo === null) continue;
      room -= photo.size;
      photos.set(photo.name, photo);
    }
    return { text, photos, leftOut: wanted.length - photos.size };
  } catch (error) {
    if (error instanceof ZipError) return "not-zip";
    throw error;
  }
}

const readPhoto = async (file: Blob, entry: ZipEntry, most: number): Promise<File | null> => {
  try {
    return await asPhoto(new Blob([await unpack(file, entry, most)]), baseName(entry.name));
  } catch (error) {
    if (error instanceof ZipError) return null;
    throw error;
  }
};
