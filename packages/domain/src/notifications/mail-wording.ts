import type { TemplateKey, TemplateLanguage } from "../cases/message-templates";
import { fillWords } from "../cases/placeholders";
import { mailPhrases } from "./mail-phrases";
import type { NotificationKind, NotificationParams } from "./model";
import { groupOf } from "./preferences";

export interface MailWording {
  /** The case number alone stands in it: subjects are shown on locked screens and kept by providers. */
  readonly subject: string;
  /** Plain text; there is no other part in which a tag could mean anything. */
  readonly body: string;
}

const nouns: Readonly<Record<TemplateLanguage, string>> = { id: "Kasus", en: "Case" };

/** The template that a mail of this kind is written by. */
export const templateOf = (kind: NotificationKind): TemplateKey => `mail-${groupOf[kind]}`;

interface Letterhead {
  /** The office's own text or what ships, with words in braces. */
  readonly template: string;
  readonly language: TemplateLanguage;
  readonly officeName: string;
  readonly caseUrl: string;
}

/**
 * Mail of a notification. It leads to the case; what the case says stays behind sign-in. The subject
 * is nobody's to change.
 */
export const mailWording = (
  kind: NotificationKind,
  params: Pick<NotificationParams, "number">,
  { template, language, officeName, caseUrl }: Letterhead,
): MailWording => {
  const phrase = mailPhrases[language][kind];
  return {
    subject: `${nouns[language]} ${params.number} ${phrase}`,
    body: fillWords(template, {
      nomor: params.number,
      peristiwa: phrase,
      tautan: caseUrl,
      kecamatan: officeName,
    }),
  };
};
