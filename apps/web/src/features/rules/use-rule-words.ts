"use client";

import { organizationParty } from "@rembuk/domain/access/party-key";
import { servesArea } from "@rembuk/domain/staff/organizations";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { OrganizationRow } from "@/features/organizations/organization-data";
import { useTRPC } from "@/lib/trpc";
import type { RuleField, RuleNode, RuleSource } from "./rules-data";

const HOUR = { staleTime: 3_600_000 };

/** Partners as rules name them; those of a kecamatan are not the kabupaten's to name. */
const partnerOptions = (items: readonly OrganizationRow[], areaCode: string) =>
  items
    .filter((one) => servesArea(one, areaCode))
    .map(({ id, name, state }) => ({
      ...{ code: organizationParty(id), name, isRunning: state === "running" },
    }));

/** Names of sectors and sections, and values of a rule in words. */
export function useRuleWords(nodes: readonly RuleNode[], areaCode: string) {
  const t = useTranslations("rules");
  const sectors = useQuery(useTRPC().areas.sectors.queryOptions(undefined, HOUR));
  const partners = useQuery(useTRPC().organizations.list.queryOptions({ areaCode }));
  return useMemo(() => {
    const organizations = partnerOptions(partners.data?.items ?? [], areaCode);
    const names = new Map([...(sectors.data ?? []), ...organizations].map((s) => [s.code, s.name]));
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
    const partnersHere = organizations.filter((one) => one.isRunning);
    return {
      sectors: sectors.data ?? [],
      partners: partnersHere,
      nameOf,
      valueWord,
      sourceWord,
      categoryName,
    };
  }, [sectors.data, partners.data, areaCode, nodes, t]);
}

export type RuleWords = ReturnType<typeof useRuleWords>;
