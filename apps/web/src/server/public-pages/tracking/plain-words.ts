import { createTranslator } from "next-intl";
import type { Locale } from "@/i18n/preferences";
import english from "@/messages/en.json";
import indonesian from "@/messages/id.json";
import { escapeHtml, type Html, trusted } from "./plain-html";

type Wording = typeof indonesian;
const wording: Record<Locale, Wording> = { id: indonesian, en: english as Wording };

/** The wording of the public tracking pages, outside React. */
export const trackingWords = (locale: Locale) =>
  createTranslator({
    locale,
    messages: { tracking: wording[locale].tracking },
    namespace: "tracking",
  });
export type TrackingWords = ReturnType<typeof trackingWords>;

/** The wording of the page behind a signed link. */
export const answerLinkWords = (locale: Locale) =>
  createTranslator({
    locale,
    messages: { answerLink: wording[locale].answerLink },
    namespace: "answerLink",
  });
export type AnswerLinkWords = ReturnType<typeof answerLinkWords>;

/** The wording of the public reporting pages. */
export const reportWords = (locale: Locale) =>
  createTranslator({
    locale,
    messages: { report: wording[locale].report },
    namespace: "report",
  });
export type ReportWords = ReturnType<typeof reportWords>;

/** The wording of the page that checks a paper. */
export const paperWords = (locale: Locale) =>
  createTranslator({
    locale,
    messages: { paperCheck: wording[locale].paperCheck },
    namespace: "paperCheck",
  });
export type PaperWords = ReturnType<typeof paperWords>;

type MarkupKey = Parameters<TrackingWords["markup"]>[0];

/** A sentence with <b> and <bad> in it; what is put into it is escaped first. */
export function sentence(
  t: TrackingWords,
  key: MarkupKey,
  values: Readonly<Record<string, string | number>> = {},
): Html {
  const safe = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === "string" ? escapeHtml(value) : value,
  ]);
  const tags = {
    b: (chunks: string) => `<b>${chunks}</b>`,
    bad: (chunks: string) => `<b class="bad">${chunks}</b>`,
  };
  return trusted(t.markup(key, { ...Object.fromEntries(safe), ...tags } as never));
}
