import {
  type AreaTemplate,
  type TemplateKey,
  type TemplateLanguage,
  templateIn,
} from "@rembuk/domain/cases/message-templates";
import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/lib/trpc";

export type TemplatePage = inferOutput<ReturnType<typeof useTRPC>["rules"]["templates"]>;
export type TemplateVersion = TemplatePage["versions"][number];

/** One message in one language as an area has it. */
export interface TemplateState {
  readonly key: TemplateKey;
  readonly language: TemplateLanguage;
  /** What is sent now. */
  readonly text: string;
  /** What holds where the area writes nothing. */
  readonly inherited: string;
  readonly isOwn: boolean;
  /** 0: the area never wrote one. */
  readonly version: number;
  /** Newest first. */
  readonly history: readonly TemplateVersion[];
}

export function templateState(
  page: TemplatePage,
  key: TemplateKey,
  language: TemplateLanguage,
): TemplateState {
  const history = page.versions
    .filter((v) => v.key === key && v.language === language)
    .sort((a, b) => b.version - a.version);
  const newest = history[0];
  const inherited = templateIn(page.inherited as readonly AreaTemplate[], key, language);
  const own = newest?.text ?? null;
  return {
    ...{ key, language, inherited, history },
    text: own ?? inherited,
    isOwn: own !== null,
    version: newest?.version ?? 0,
  };
}

type Facts = Readonly<Record<string, string>>;

const facts: Readonly<Record<TemplateLanguage, Facts>> = {
  id: {
    nomor: "XYZ-2026-0042-K",
    status: "Diproses",
    peristiwa: "diteruskan kepada Anda",
    tautan: "https://rembuk.contoh.go.id/lacak",
    kecamatan: "Kecamatan Contoh",
    hari: "Selasa, 24 November 2026",
    daftar: "Giliran Anda: 2 kasus\nXYZ-2026-0042-K, XYZ-2026-0045-M",
    akun: "https://rembuk.contoh.go.id/akun",
  },
  en: {
    nomor: "XYZ-2026-0042-K",
    status: "In progress",
    peristiwa: "was routed to you",
    tautan: "https://rembuk.contoh.go.id/lacak",
    kecamatan: "Kecamatan Contoh",
    hari: "Tuesday, 24 November 2026",
    daftar: "Your turn: 2 cases\nXYZ-2026-0042-K, XYZ-2026-0045-M",
    akun: "https://rembuk.contoh.go.id/akun",
  },
};

/** Fictional values of a preview: no case, no place and nobody that exists. */
export const sampleFacts = (key: TemplateKey, language: TemplateLanguage): Facts =>
  key === "mail-digest"
    ? { ...facts[language], tautan: "https://rembuk.contoh.go.id/pemberitahuan" }
    : facts[language];
