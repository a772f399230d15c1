import type { Database } from "@rembuk/db/client";
import { regencyOf } from "@rembuk/domain/areas/area-code";
import {
  type AreaTemplate,
  type TemplateKey,
  type TemplateLanguage,
  templateIn,
  templateLanguages,
} from "@rembuk/domain/cases/message-templates";
import { ruleAreaCode } from "@rembuk/domain/cases/rule-commands";
import { z } from "zod";
import type { ServiceContext } from "../context";
import { remembered } from "../kernel/remembered";
import { requireInArea } from "../kernel/require-permission";

/** A saved text reaches the other processes within so long; the one that saved it knows at once. */
const templateFreshMs = 5_000;

const areasOf = (areaCode: string): string[] => [
  ...new Set([areaCode, regencyOf(areaCode) ?? areaCode]),
];

/** The newest texts that bear on an area: its own and its kabupaten's. */
export const loadTemplates = remembered(
  (db: Database, areaCode: string): Promise<readonly AreaTemplate[]> =>
    db.$queryRaw<AreaTemplate[]>`
      SELECT DISTINCT ON (area_code, key, language) area_code AS "areaCode", key, language, text
      FROM message_template WHERE area_code = ANY(${areasOf(areaCode)}::text[])
      ORDER BY area_code, key, language, version DESC`,
  templateFreshMs,
);

export type Texts = Readonly<Record<TemplateLanguage, string>>;

/** The wording of a message as an office has it, in both languages. */
export const templateTexts = async (
  db: Database,
  areaCode: string,
  key: TemplateKey,
): Promise<Texts> => {
  const own = await loadTemplates(db, areaCode);
  return Object.fromEntries(
    templateLanguages.map((language) => [language, templateIn(own, key, language)]),
  ) as Texts;
};

export const listTemplatesInput = z.object({ areaCode: ruleAreaCode });

export interface TemplateVersion {
  readonly key: TemplateKey;
  readonly language: TemplateLanguage;
  readonly version: number;
  /** Null: back to what is inherited. */
  readonly text: string | null;
  readonly changedBy: string;
  readonly changedAt: Date;
}

export interface TemplatePage {
  /** What holds where the area writes nothing: its kabupaten's or what ships. */
  readonly inherited: readonly AreaTemplate[];
  /** Newest first. */
  readonly versions: readonly TemplateVersion[];
}

/** An area's wording with every version of it, for whoever edits it. @throws forbidden */
export const listTemplates = async (
  ctx: ServiceContext,
  { areaCode }: z.infer<typeof listTemplatesInput>,
): Promise<TemplatePage> => {
  requireInArea(ctx, "rules.edit", areaCode);
  const [all, versions] = await Promise.all([
    loadTemplates(ctx.db, areaCode),
    ctx.db.$queryRaw<TemplateVersion[]>`
      SELECT t.key, t.language, t.version, t.text, u.display_name AS "changedBy", t.created_at AS "changedAt"
      FROM message_template t JOIN "user" u ON u.id = t.created_by_id
      WHERE t.area_code = ${areaCode} ORDER BY t.created_at DESC, t.version DESC LIMIT 400`,
  ]);
  return { inherited: all.filter((t) => t.areaCode !== areaCode), versions };
};
