"use client";

import { X } from "lucide-react";
import { type ReactNode, useId } from "react";

export interface BulkAction {
  id: string;
  label: string;
  icon?: ReactNode;
  hint?: string;
}

/** What can be done with the checked rows: ink and paper inverted, docked below the list. */
export function BulkBar({
  label,
  count,
  actions,
  onAction,
  skipped,
  onSkipped,
  primary,
  onPrimary,
  closeLabel,
  onClose,
}: {
  label: string;
  /** "3 dipilih". */
  count: string;
  actions: readonly BulkAction[];
  onAction: (id: string) => void;
  /** "1 akan dilewati"; opens the reasons. */
  skipped?: string;
  onSkipped?: () => void;
  /** "Pratinjau 3". */
  primary?: string;
  onPrimary?: () => void;
  closeLabel: string;
  onClose: () => void;
}) {
  const countId = useId();
  return (
    <div
      role="toolbar"
      aria-label={label}
      aria-describedby={countId}
      className="flex min-h-11 flex-wrap items-center gap-x-1 gap-y-1 bg-text px-4 py-1 text-surface"
    >
      <span
        id={countId}
        role="status"
        className="mr-2 border-r border-text-3 pr-4 text-control font-bold"
      >
        {count}
      </span>
      {/* On a phone the acts are one strip below the count, near the thumb. */}
      <span className="contents max-sm:order-last max-sm:flex max-sm:w-full max-sm:gap-1 max-sm:overflow-x-auto max-sm:[scrollbar-width:none]">
        {actions.map((action) => (
          <button
            key={action.id}
            type="button"
            onClick={() => onAction(action.id)}
            aria-keyshortcuts={action.hint}
            className={`${ACT} text-control font-medium max-sm:min-h-11 max-sm:flex-none max-sm:px-3`}
          >
            {action.icon}
            {action.label}
            {action.hint ? (
              <kbd className="font-mono text-12 opacity-80 pointer-coarse:hidden">
                {action.hint}
              </kbd>
            ) : null}
          </button>
        ))}
      </span>
      <span className="ml-auto flex items-center gap-1">
        {skipped ? (
          <button type="button" onClick={onSkipped} className={`${ACT} text-meta`}>
            {skipped}
          </button>
        ) : null}
        {primary ? (
          <button
            type="button"
            onClick={onPrimary}
            className="min-h-(--control-s) rounded-r2 bg-surface px-3 text-control font-semibold text-text focus-visible:outline-surface"
          >
            {primary}
          </button>
        ) : null}
        <button type="button" aria-label={closeLabel} onClick={onClose} className={ACT}>
          <X size={16} aria-hidden />
        </button>
      </span>
    </div>
  );
}

const ACT = [
  "inline-flex min-h-(--control-s) items-center gap-1.5 rounded-r2 px-2 focus-visible:outline-surface",
  "hover:bg-[color-mix(in_srgb,var(--surface)_16%,transparent)] focus-visible:outline-offset-[-2px]",
].join(" ");
