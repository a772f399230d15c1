"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import { Search, X } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./class-names";
import { CONTROL_LOOK, useFieldLink } from "./field-context";
import { matchRange, rankMatches } from "./text-match";

export interface ComboboxOption {
  value: string;
  /** What is searched and put in the box ("Murung Abuin"). */
  label: string;
  /** Quiet words after the label (", Kec. Paringin Selatan"); also searched. */
  note?: string;
  /** Second line (code, open cases). */
  detail?: ReactNode;
}

export interface ComboboxProps {
  options: readonly ComboboxOption[];
  value: string | null;
  onChange: (value: string | null) => void;
  /** The chosen option, when the server's current matches may not contain it. */
  chosen?: ComboboxOption;
  /** Called with what is typed, for lists that the server searches. Turns off own filtering. */
  onSearch?: (text: string) => void;
  id?: string;
  name?: string;
  placeholder?: string;
  /** Accessible name when there is no `Field` around it. */
  label?: string;
  emptyLabel: string;
  clearLabel: string;
  /** "{n} hasil", read politely. */
  countLabel?: string;
  autoFocus?: boolean;
  disabled?: boolean;
  required?: boolean;
}

/** Escape closes the list; on a closed one it is for the window around it and takes nothing away. */
const keepOnEscape = (details: { cancel: () => void; allowPropagation: () => void }): void => {
  details.cancel();
  details.allowPropagation();
};

/** A text box with a list of matches, for villages and other long lists. */
export function Combobox(props: ComboboxProps) {
  const { options, value, onSearch } = props;
  const link = useFieldLink(props);
  const chosen = props.chosen ?? options.find((option) => option.value === value) ?? null;
  return (
    <Base.Root<ComboboxOption>
      items={options}
      value={chosen}
      name={props.name}
      disabled={props.disabled}
      required={props.required}
      autoHighlight
      limit={60}
      filter={onSearch ? null : (option, text) => rankMatches([option], text).length > 0}
      isItemEqualToValue={(one, other) => one.value === other.value}
      itemToStringLabel={(option) => option.label}
      itemToStringValue={(option) => option.value}
      onValueChange={(option, details) => {
        if (details.reason !== "escape-key") props.onChange(option?.value ?? null);
        else keepOnEscape(details);
      }}
      onInputValueChange={(text, details) => {
        if (details.reason === "escape-key") keepOnEscape(details);
        if (details.reason === "input-change") {
          onSearch?.(text);
        }
      }}
    >
      <div className="relative">
        <Base.Input
          {...link}
          aria-label={props.label}
          placeholder={props.placeholder}
          autoFocus={props.autoFocus}
          className={cx(CONTROL_LOOK, "h-(--field) pr-9")}
        />
        <span className="absolute inset-y-0 right-1 flex items-center">
          {chosen ? (
            <Base.Clear aria-label={props.clearLabel} className={CLEAR}>
              <X size={16} aria-hidden />
            </Base.Clear>
          ) : (
            <Search size={16} aria-hidden className="mr-1.5 text-text-2" />
          )}
        </span>
      </div>
      <ComboboxPopup emptyLabel={props.emptyLabel} />
    </Base.Root>
  );
}

function ComboboxPopup({ emptyLabel }: { emptyLabel: string }) {
  return (
    <Base.Portal>
      <Base.Positioner sideOffset={4} align="start" className="z-50 outline-none">
        <Base.Popup className={POPUP}>
          <Base.Empty className="p-3 text-control text-text-2 empty:p-0">{emptyLabel}</Base.Empty>
          <Base.List className="max-h-[min(320px,var(--available-height))] overflow-y-auto outline-none">
            {(option: ComboboxOption) => (
              <Base.Item key={option.value} value={option} className={ITEM}>
                <OptionText option={option} />
              </Base.Item>
            )}
          </Base.List>
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  );
}

function OptionText({ option }: { option: ComboboxOption }) {
  return (
    <span className="min-w-0">
      <span className="block truncate text-control font-semibold">
        {option.label}
        {option.note ? <span className="font-normal text-text-2">{option.note}</span> : null}
      </span>
      {option.detail ? (
        <span className="block truncate text-meta text-text-2">{option.detail}</span>
      ) : null}
    </span>
  );
}

/** The part of a label that was typed, underlined. For lists that draw their own rows. */
export function Matched({ text, query }: { text: string; query: string }) {
  const range = matchRange(text, query);
  if (!range) {
    return text;
  }
  return (
    <>
      {text.slice(0, range[0])}
      <span className="underline decoration-2 underline-offset-2">
        {text.slice(range[0], range[1])}
      </span>
      {text.slice(range[1])}
    </>
  );
}

const CLEAR = [
  "flex size-7 items-center justify-center rounded-r2 text-text-2 hover:bg-hover hover:text-text",
].join(" ");

const POPUP = [
  "w-max max-w-[min(var(--available-width),480px)] min-w-(--anchor-width) overflow-hidden",
  "rounded-r2 border border-line-strong bg-surface text-text shadow-popover",
].join(" ");

const ITEM = [
  "relative flex min-h-[max(36px,var(--target-min))] cursor-pointer items-center border-b",
  "border-line px-3 py-1.5 outline-none select-none last:border-b-0",
  "data-highlighted:bg-selected data-highlighted:before:absolute",
  "data-highlighted:before:inset-y-0 data-highlighted:before:left-0",
  "data-highlighted:before:w-[3px] data-highlighted:before:bg-brand",
  "data-highlighted:before:content-['']",
].join(" ");
