"use client";

import { X } from "lucide-react";
import { cx } from "./class-names";

/** Name, value and, when it narrows the view, a way to take it off. */
export function FilterChip({
  name,
  value,
  onRemove,
  removeLabel,
  onOpen,
  className,
}: {
  name: string;
  value: string;
  onRemove?: () => void;
  /** "Lepas saringan Status". */
  removeLabel?: string;
  /** Opens the choices; the chip is then a button. */
  onOpen?: () => void;
  className?: string;
}) {
  const Body = onOpen ? "button" : "span";
  return (
    <span
      className={cx(
        "inline-flex min-h-[max(26px,var(--target-min))] max-w-full items-stretch rounded-r2 border",
        "border-line bg-surface text-12 whitespace-nowrap",
        className,
      )}
    >
      <Body
        {...(onOpen ? { type: "button" as const, onClick: onOpen } : {})}
        className="flex min-w-0 items-stretch rounded-l-[3px] hover:[button&]:bg-hover"
      >
        <span className="flex items-center px-[7px] text-text-2">{name}</span>
        <b className="flex min-w-0 items-center border-l border-line bg-surface-2 px-[7px] font-semibold">
          <span className="truncate">{value}</span>
        </b>
      </Body>
      {onRemove ? (
        <button
          type="button"
          aria-label={removeLabel}
          onClick={onRemove}
          className="flex w-[max(24px,var(--target-min))] items-center justify-center rounded-r-[3px] border-l border-line text-text-3 hover:bg-hover hover:text-text"
        >
          <X size={12} aria-hidden />
        </button>
      ) : null}
    </span>
  );
}
