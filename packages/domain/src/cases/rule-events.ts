import { subdistrictOf } from "../areas/area-code";
import type { DomainEvent } from "../kernel/event";

/** What an administrator changes of rules and prepared words: codes and versions, no wording. */
export interface RuleEventPayloads {
  "rule.saved": {
    versionId: string;
    areaCode: string;
    categoryCode: string;
    version: number;
    isActive: boolean;
  };
  "rule.category-added": {
    versionId: string;
    areaCode: string;
    categoryCode: string;
    parentCode: string;
  };
  "rule.category-moved": {
    versionId: string;
    areaCode: string;
    categoryCode: string;
    version: number;
    fromCode: string;
    parentCode: string;
  };
  "template.saved": {
    areaCode: string;
    key: string;
    language: string;
    version: number;
    isDefault: boolean;
  };
  /** Whether the camat's disposisi comes before a case leaves the office. */
  "rule.office-saved": { areaCode: string; version: number; dispositionFirst: boolean };
  /** A view of the list that a whole office shares; its name is nobody else's matter. */
  "view.saved": { viewId: string; areaCode: string; version: number };
  "view.deleted": { viewId: string; areaCode: string; version: number };
  "reply.saved": { replyId: string; areaCode: string; version: number; isActive: boolean };
}
export type RuleEventType = keyof RuleEventPayloads;

/** The event of one rule or prepared reply; above a kecamatan it stands in nobody's own audit. */
export const ruleEvent = <T extends RuleEventType>(
  type: T,
  about: { readonly code: string; readonly areaCode: string },
  payload: RuleEventPayloads[T],
): DomainEvent<T, RuleEventPayloads[T]> => ({
  type,
  subject: `rule/${about.code}`,
  subdistrictCode: subdistrictOf(about.areaCode),
  payload,
});
