"use client";

import { FilterChip } from "@rembuk/ui/filter-chip";
import { Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { QueueFilters } from "./queue-view";
import { useExtraFilters } from "./use-filter-words";

interface ExtraFiltersProps {
  filters: QueueFilters;
  onChange: (change: Partial<Omit<QueueFilters, "view">>) => void;
}

// Its fields are many and seldom needed: asked for when it is first opened.
const FilterWindow = dynamic(() => import("./filter-window"), { ssr: false });

/** What narrows the list beside the fixed filters, and the door to more. */
export function ExtraFilters({ filters, onChange }: ExtraFiltersProps) {
  const t = useTranslations("queue");
  const [isOpen, setOpen] = useState(false);
  const extras = useExtraFilters(filters);
  return (
    <>
      {extras.map(({ name, label, value, without }) => (
        <FilterChip
          key={name}
          name={label}
          value={value}
          className="flex-none"
          onOpen={() => setOpen(true)}
          onRemove={() => onChange(without)}
          removeLabel={`${t("clear")} ${label}`}
        />
      ))}
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        className="inline-flex min-h-[max(26px,var(--target-min))] flex-none items-center gap-1 rounded-r2 border border-line bg-surface px-[7px] text-12 whitespace-nowrap hover:bg-hover"
      >
        <Plus size={13} aria-hidden />
        {t("addFilter")}
      </button>
      {isOpen ? (
        <FilterWindow filters={filters} onChange={onChange} onClose={() => setOpen(false)} />
      ) : null}
    </>
  );
}
