import { z } from "zod";
import { DomainError } from "../kernel/errors";
import { clientAction } from "./commands";
import { unknownWords } from "./placeholders";
import { ruleAreaCode } from "./rule-commands";

/** What goes out to a citizen, and mail to staff by the kind of news; a mail's subject is fixed. */
export const templateKeys = [
  "whatsapp",
  "receipt",
  "mail-turn",
  "mail-late",
  "mail-notes",
  "mail-progress",
  "mail-digest",
] as const;
export type TemplateKey = (typeof templateKeys)[number];

export const templateLanguages = ["id", "en"] as const;
export type TemplateLanguage = (typeof templateLanguages)[number];

interface TemplateRule {
  /** Words in braces that the text may leave to the case. None says who somebody is. */
  readonly allowed: readonly string[];
  /** Those without which the message would lead nowhere. */
  readonly required: readonly string[];
  /** Characters. A receipt has the foot of one A5 page. */
  readonly longest: number;
}

const mail: TemplateRule = {
  allowed: ["nomor", "peristiwa", "tautan", "kecamatan"],
  required: ["nomor", "tautan"],
  longest: 1_000,
};

export const templateRules: Readonly<Record<TemplateKey, TemplateRule>> = {
  whatsapp: {
    allowed: ["nomor", "status", "tautan", "kecamatan"],
    required: ["nomor", "tautan"],
    longest: 500,
  },
  receipt: { allowed: ["kecamatan"], required: [], longest: 260 },
  "mail-turn": mail,
  "mail-late": mail,
  "mail-notes": mail,
  "mail-progress": mail,
  // It is of many cases: which ones, and the way to each, stand in the list.
  "mail-digest": {
    allowed: ["hari", "daftar", "tautan", "akun"],
    required: ["daftar", "tautan", "akun"],
    longest: 1_000,
  },
};

const mailDefault: Readonly<Record<TemplateLanguage, string>> = {
  id: `Kasus {nomor} {peristiwa}.

Buka kasus: {tautan}

Surat ini dikirim otomatis oleh Rembuk. Anda tidak perlu membalasnya.`,
  en: `Case {nomor} {peristiwa}.

Open the case: {tautan}

This mail was sent by Rembuk automatically. You need not answer it.`,
};

/** What ships, and what an office goes back to. */
export const defaultTemplates: Readonly<
  Record<TemplateKey, Readonly<Record<TemplateLanguage, string>>>
> = {
  whatsapp: {
    id: "Laporan {nomor} sekarang: {status}. Cek perkembangannya di {tautan} dengan nomor laporan dan PIN pada tanda terima.",
    en: "Report {nomor} is now: {status}. See how it goes at {tautan} with the report number and the PIN on the receipt.",
  },
  receipt: {
    id: "Simpan lembar ini. Jangan berikan PIN kepada orang lain. Layanan ini tidak dipungut biaya.",
    en: "Keep this sheet. Give the PIN to nobody. This service is free of charge.",
  },
  "mail-turn": mailDefault,
  "mail-late": mailDefault,
  "mail-notes": mailDefault,
  "mail-progress": mailDefault,
  "mail-digest": {
    id: `Kabar kasus yang boleh Anda buka, sampai {hari}.

{daftar}

Buka Rembuk: {tautan}

Surat ini dikirim otomatis oleh Rembuk, paling banyak sekali sehari. Ubah pilihan Anda di {akun}`,
    en: `News of cases that you may open, up to {hari}.

{daftar}

Open Rembuk: {tautan}

This mail was sent by Rembuk automatically, once a day at most. Change your choices at {akun}`,
  },
};

/** Control characters, and marks that turn the order of what is read. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const hidden = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

export type TemplateProblem =
  | { readonly kind: "length"; readonly longest: number }
  | { readonly kind: "hidden" }
  | {
      readonly kind: "unknown";
      readonly words: readonly string[];
      readonly allowed: readonly string[];
    }
  | { readonly kind: "missing"; readonly words: readonly string[] };

const shortest = 10;

/** What is wrong with a text, for the form as it is typed and for the server; null when nothing is. */
export const templateProblem = (key: TemplateKey, text: string): TemplateProblem | null => {
  const { allowed, required, longest } = templateRules[key];
  const trimmed = text.trim();
  if (trimmed.length < shortest || trimmed.length > longest) return { kind: "length", longest };
  if (hidden.test(trimmed)) return { kind: "hidden" };
  const unknown = unknownWords(trimmed, allowed);
  if (unknown.length > 0) return { kind: "unknown", words: unknown, allowed };
  const missing = required.filter((word) => !trimmed.includes(`{${word}}`));
  return missing.length > 0 ? { kind: "missing", words: missing } : null;
};

export const saveTemplateCommand = z.object({
  ...clientAction,
  areaCode: ruleAreaCode,
  key: z.enum(templateKeys),
  language: z.enum(templateLanguages),
  /** The newest version that was seen; 0: the area had written none. */
  version: z.int().nonnegative(),
  /** Null: back to what ships. */
  text: z.string().max(4_000).nullable(),
});
export type SaveTemplateCommand = z.infer<typeof saveTemplateCommand>;

/**
 * The text as it is kept.
 * @throws invalid TEMPLATE_PLACEHOLDER_UNKNOWN with the words and those allowed,
 * TEMPLATE_PLACEHOLDER_MISSING with the words, INPUT_INVALID for its length or hidden characters
 */
export const soundTemplate = (key: TemplateKey, text: string): string => {
  const normal = text.replace(/\r\n?/g, "\n").trim();
  const problem = templateProblem(key, normal);
  if (problem === null) return normal;
  if (problem.kind === "unknown") {
    const { words, allowed } = problem;
    throw new DomainError("invalid", "TEMPLATE_PLACEHOLDER_UNKNOWN", { words, allowed });
  }
  if (problem.kind === "missing") {
    throw new DomainError("invalid", "TEMPLATE_PLACEHOLDER_MISSING", { words: problem.words });
  }
  throw new DomainError("invalid", "INPUT_INVALID", { field: "text" });
};

/** One area's text for a message; null: it went back to what ships. */
export interface AreaTemplate {
  readonly areaCode: string;
  readonly key: TemplateKey;
  readonly language: TemplateLanguage;
  readonly text: string | null;
}

/** The text that holds: the kecamatan's, else its kabupaten's, else what ships. */
export const templateIn = (
  own: readonly AreaTemplate[],
  key: TemplateKey,
  language: TemplateLanguage,
): string => {
  const fitting = own
    .filter((t) => t.key === key && t.language === language && t.text !== null)
    .sort((a, b) => b.areaCode.length - a.areaCode.length);
  return fitting[0]?.text ?? defaultTemplates[key][language];
};
