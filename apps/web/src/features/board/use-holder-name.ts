"use client";

import { useTranslations } from "next-intl";
import { useCaseWords } from "@/features/cases/wording/use-case-words";

interface GroupHolder {
  readonly kind: string;
  readonly code: string | null;
  readonly name: string | null;
}

/** Who holds a group of cases: "Kasi PMD", "DPMD", the desk, the villages together. */
export function useHolderName(): (holder: GroupHolder) => string {
  const t = useTranslations("board.holders");
  const { shortHolder } = useCaseWords();
  return ({ kind, code, name }) => {
    if (kind === "section" || kind === "sector") return shortHolder({ kind, code, name }, "");
    return t(kind === "village" || kind === "leaders" ? kind : "desk");
  };
}
