"use client";

import { useTranslations } from "next-intl";
import type { DuplicateHint } from "./use-duplicate-hints";

/** "desa sama, kategori sama, 4 kata sama" */
export function useWhyAlike(): (hint: DuplicateHint) => string {
  const t = useTranslations("duplicates.why");
  return ({ likeness }) =>
    [
      likeness.sameVillage ? t("village") : null,
      likeness.category === "other" ? null : t(`category.${likeness.category}`),
      likeness.words.length > 0 ? t("words", { count: likeness.words.length }) : null,
      likeness.samePerson ? t("person") : null,
    ]
      .filter((part) => part !== null)
      .join(", ");
}
