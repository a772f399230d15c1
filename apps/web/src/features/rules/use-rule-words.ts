"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useTRPC } from "@/lib/trpc";
import type { RuleField, RuleNode, RuleSource } from "./rules-data";

const HOUR = { staleTime: 3_600_000 };

/** Names of sectors and sections, and values of a rule in words. */
export function useRuleWords(nodes: readonly RuleNode[]) {
  const t = useTranslations("rules");
  const sectors = useQuery(useTRPC().areas.sectors.queryOptions(undefined, HOUR));
  return useMemo(() => {
    const names = new Map((sectors.data ?? []).map((s) => [s.code, s.name]));
    const nameOf = (code: string) => names.get(code) ?? code;
    const categoryName = (code: string) =>
      nodes.find((node) => node.code === code)?.values.name ?? code;
    const valueWord = (field: RuleField, value: unknown): string => {
      if (value === null || value === undefined || value === "") return t("value.none");
      if (field === "tasks") {
        const count = (value as readonly unknown[]).length;
        return count === 0 ? t("value.none") : t("value.steps", { count });
      }
      if (Array.isArray(value)) return value.map(nameOf).join(", ") || t("value.none");
      if (field === "leadSectorCode" || field === "focalSectionCode") return nameOf(String(value));
      if (field === "privacy") return t(`privacy.${value as "NORMAL"}`);
      if (field === "emergencyHours") return t("value.hours", { count: Number(value) });
      if (typeof value === "number") return t("value.days", { count: value });
      return String(value);
    };
    const sourceWord = (source: RuleSource): string => {
      if (source.kind === "master") return t("source.master");
      if (source.kind === "parent") return t("source.parent", { name: categoryName(source.code) });
      return t(source.areaCode.length > 5 ? "source.subdistrict" : "source.regency");
    };
    return { sectors: sectors.data ?? [], nameOf, valueWord, sourceWord, categoryName };
  }, [sectors.data, nodes, t]);
}

export type RuleWords = ReturnType<typeof useRuleWords>;
