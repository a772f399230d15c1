"use client";

import { Select } from "@rembuk/ui/select";
import { Tabs } from "@rembuk/ui/tabs";
import { useTranslations } from "next-intl";
import type { RulePlace } from "./rules-data";

interface RulesTabsProps {
  current: "rules" | "replies" | "templates" | "office";
  places: readonly RulePlace[];
  place: RulePlace;
  onPlace: (code: string) => void;
}

/** Title, the three parts, and whose rules these are. */
export function RulesTabs({ current, places, place, onPlace }: RulesTabsProps) {
  const t = useTranslations("rules");
  const query = `?wilayah=${place.code}`;
  return (
    <header className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-surface px-4 pt-1 sm:px-5">
      <h1 className="text-18 font-bold tracking-[-0.01em] max-sm:sr-only">{t("title")}</h1>
      <Tabs
        label={t("tabs.label")}
        tabs={[
          { href: `/aturan${query}`, label: t("tabs.rules"), current: current === "rules" },
          {
            href: `/aturan/balasan${query}`,
            label: t("tabs.replies"),
            current: current === "replies",
          },
          {
            href: `/aturan/pesan${query}`,
            label: t("tabs.templates"),
            current: current === "templates",
          },
          {
            href: `/aturan/surat${query}`,
            label: t("tabs.office"),
            current: current === "office",
          },
        ]}
      />
      <div className="ml-auto py-1.5">
        {places.length > 1 ? (
          <Select
            aria-label={t("place")}
            value={place.code}
            onChange={(event) => onPlace(event.target.value)}
            options={places.map(({ code, name }) => ({ value: code, label: name }))}
            className="w-[260px] max-w-full"
          />
        ) : (
          <p className="text-12 text-text-2">{place.name}</p>
        )}
      </div>
    </header>
  );
}
