"use client";

import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { cx } from "./class-names";
import { useFieldLink } from "./field-context";

export interface RadioGridOption {
  value: string;
  label: ReactNode;
  /** Digits that choose it, "1" to "11" or "0"; shown at the end of the row. */
  digit?: string;
  hint?: ReactNode;
  /** A chip after the label. */
  mark?: ReactNode;
  disabled?: boolean;
}

export interface RadioGridProps {
  name: string;
  /** Accessible name, when no `Field` with `group` is around it. */
  label?: string;
  options: readonly RadioGridOption[];
  value: string | null;
  onChange: (value: string) => void;
  onBlur?: () => void;
  /** Columns from 640 px on; the order runs down each column. Default 2. */
  columns?: 1 | 2 | 3;
  className?: string;
}

/** Radios as rows of a grid; typing a digit chooses, two digits within 600 ms count as one. */
export function RadioGrid(props: RadioGridProps) {
  const { options, columns = 2 } = props;
  const link = useFieldLink({});
  const typed = useRef({ text: "", at: 0 });
  const onKeyDown = (event: KeyboardEvent) => {
    if (!/^\d$/.test(event.key) || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    const fresh = Date.now() - typed.current.at > 600;
    const longer = (fresh ? "" : typed.current.text) + event.key;
    const option =
      options.find((one) => one.digit === longer) ?? options.find((one) => one.digit === event.key);
    typed.current = { text: longer, at: Date.now() };
    if (option && !option.disabled) {
      event.preventDefault();
      props.onChange(option.value);
    }
  };
  const rows = Math.ceil(options.length / columns);
  return (
    <div
      role="radiogroup"
      id={link.id}
      aria-label={props.label}
      aria-describedby={link["aria-describedby"]}
      aria-invalid={link["aria-invalid"]}
      onKeyDown={onKeyDown}
      onBlur={props.onBlur}
      className={cx(
        "overflow-hidden rounded-r2 border border-line bg-surface aria-invalid:border-2",
        "aria-invalid:border-bad",
        columns > 1 && "sm:grid sm:auto-cols-fr sm:grid-flow-col",
        props.className,
      )}
      style={columns > 1 ? { gridTemplateRows: `repeat(${rows}, auto)` } : undefined}
    >
      {options.map((option) => (
        <RadioRow
          key={option.value}
          name={props.name}
          option={option}
          checked={option.value === props.value}
          onChange={props.onChange}
        />
      ))}
    </div>
  );
}

function RadioRow({
  name,
  option,
  checked,
  onChange,
}: {
  name: string;
  option: RadioGridOption;
  checked: boolean;
  onChange: (value: string) => void;
}) {
  return (
    <label
      className={cx(
        "relative flex min-h-[max(34px,var(--target-min))] items-center gap-2 px-2.5 py-1",
        "text-control shadow-[0_1px_0_0_var(--line),1px_0_0_0_var(--line)]",
        "has-focus-visible:z-[1] has-focus-visible:outline-2 has-focus-visible:outline-focus",
        "has-focus-visible:outline-offset-[-2px]",
        checked ? "bg-selected font-semibold" : "hover:bg-hover",
        checked &&
          "before:absolute before:inset-y-0 before:left-0 before:w-[3px] before:bg-brand before:content-['']",
        option.disabled && "text-text-3",
      )}
    >
      <input
        type="radio"
        name={name}
        value={option.value}
        checked={checked}
        disabled={option.disabled}
        onChange={() => onChange(option.value)}
        className={RADIO_LOOK}
      />
      <span className="min-w-0 flex-1">
        {option.label}
        {option.hint ? (
          <span className="block text-meta font-normal text-text-2">{option.hint}</span>
        ) : null}
      </span>
      {option.mark}
      {option.digit ? (
        <span aria-hidden className="font-mono text-12 font-normal text-text-3">
          {option.digit}
        </span>
      ) : null}
    </label>
  );
}

/** A native radio drawn with the tokens. */
export const RADIO_LOOK = [
  "m-0 size-(--box) flex-none appearance-none rounded-full border-[1.5px] border-line-control",
  "bg-surface checked:border-[5px] checked:border-brand disabled:border-line",
  "focus-visible:outline-none",
].join(" ");
