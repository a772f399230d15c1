"use client";

import { Menu } from "@rembuk/ui/menu";
import { Check, ChevronDown, X } from "lucide-react";
import { useTranslations } from "next-intl";

export interface FilterChoice {
  readonly value: string;
  readonly label: string;
}

interface FilterMenuProps {
  name: string;
  /** Words while nothing is chosen. */
  any: string;
  choices: readonly FilterChoice[];
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
  /** One value at a time. */
  single?: boolean;
}

/** A filter as a chip: name, value, choices in a menu, and a way to take it off. */
export function FilterMenu(props: FilterMenuProps) {
  const { name, any, choices, chosen, onChange, single = false } = props;
  const t = useTranslations("queue");
  const labels = choices.filter((c) => chosen.includes(c.value)).map((c) => c.label);
  const value = labels.length > 2 ? `${labels[0]} +${labels.length - 1}` : labels.join(", ");
  const toggle = (one: string) => {
    const without = chosen.filter((other) => other !== one);
    if (without.length < chosen.length) onChange(without);
    else onChange(single ? [one] : [...chosen, one]);
  };
  const isOn = chosen.length > 0;
  return (
    <span className="inline-flex min-h-[max(26px,var(--target-min))] max-w-full flex-none items-stretch rounded-r2 border border-line bg-surface text-12 whitespace-nowrap">
      <Menu
        align="start"
        trigger={
          <button
            type="button"
            className="flex min-w-0 items-stretch rounded-r2 hover:bg-hover"
            aria-label={`${name}: ${value || any}`}
          >
            <span className="flex items-center gap-1 px-[7px] text-text-2">
              {name}
              {isOn ? null : <ChevronDown size={12} aria-hidden />}
            </span>
            {isOn ? (
              <span className="flex max-w-44 min-w-0 items-center border-l border-line bg-surface-2 px-[7px] font-semibold">
                <span className="truncate">{value}</span>
              </span>
            ) : null}
          </button>
        }
        items={choices.map((choice) => ({
          id: choice.value,
          label: choice.label,
          icon: chosen.includes(choice.value) ? <Check size={14} aria-hidden /> : null,
          onSelect: () => toggle(choice.value),
        }))}
      />
      {isOn ? (
        <button
          type="button"
          aria-label={`${t("clear")} ${name}`}
          onClick={() => onChange([])}
          className="flex w-[max(24px,var(--target-min))] items-center justify-center rounded-r-[3px] border-l border-line text-text-3 hover:bg-hover hover:text-text"
        >
          <X size={12} aria-hidden />
        </button>
      ) : null}
    </span>
  );
}
