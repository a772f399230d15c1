"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { Command } from "cmdk";
import { Ban, Search } from "lucide-react";
import { type ReactNode, useId } from "react";
import { cx } from "./class-names";
import { Kbd } from "./kbd";

export interface PaletteItem {
  id: string;
  label: string;
  /** Quiet words after the label: number, place, state. */
  note?: string;
  icon?: ReactNode;
  /** Keys that do the same without the palette: ["g", "a"]. */
  hint?: readonly string[];
  /** Why it cannot be done now; it stays visible and does nothing. */
  blocked?: string;
  onSelect: () => void;
}

export interface PaletteGroup {
  id: string;
  heading: string;
  items: readonly PaletteItem[];
}

export interface CommandPaletteProps {
  onClose: () => void;
  /** Name of the window and of the list in it. */
  label: string;
  placeholder: string;
  /** What is typed; the caller decides which items match it. */
  text: string;
  onText: (text: string) => void;
  groups: readonly PaletteGroup[];
  emptyLabel: string;
  /** Said while an answer is on its way. */
  busyLabel?: string;
  /** Keys of the list itself, below it. */
  footer?: ReactNode;
}

/** A list of commands under a box to type in: arrows choose, Enter does it, Escape leaves. */
export function CommandPalette(props: CommandPaletteProps) {
  const { groups } = props;
  const shown = groups.filter((group) => group.items.length > 0);
  return (
    <Base.Root open onOpenChange={(open) => !open && props.onClose()}>
      <Base.Portal>
        <Base.Backdrop className={BACKDROP} />
        <Base.Popup aria-modal className={POPUP}>
          <Base.Title className="sr-only">{props.label}</Base.Title>
          {/* The caller filters; its letters are for typing, not for moving. */}
          <Command label={props.label} shouldFilter={false} vimBindings={false} loop>
            <div className="flex items-center gap-2 border-b border-line px-4">
              <Search size={16} aria-hidden className="flex-none text-text-3" />
              <Command.Input
                value={props.text}
                onValueChange={props.onText}
                placeholder={props.placeholder}
                maxLength={120}
                className="h-12 w-full bg-transparent text-14 outline-none placeholder:text-text-2"
              />
            </div>
            <Command.List
              label={props.label}
              className="max-h-[min(60dvh,420px)] overflow-y-auto overscroll-contain p-1.5 outline-none"
            >
              {shown.map((group) => (
                <Command.Group
                  key={group.id}
                  value={group.id}
                  heading={<span className={HEADING}>{group.heading}</span>}
                >
                  {group.items.map((item) => (
                    <PaletteRow key={item.id} value={`${group.id} ${item.id}`} item={item} />
                  ))}
                </Command.Group>
              ))}
            </Command.List>
          </Command>
          <p role="status" className="px-4 text-control text-text-2 not-empty:pb-4">
            {props.busyLabel ?? (shown.length === 0 ? props.emptyLabel : "")}
          </p>
          {props.footer ? (
            <footer className="flex flex-wrap gap-x-4 gap-y-1 border-t border-line bg-surface-2 px-4 py-2 text-12 text-text-2 pointer-coarse:hidden">
              {props.footer}
            </footer>
          ) : null}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

function PaletteRow({ item, value }: { item: PaletteItem; value: string }) {
  const reasonId = useId();
  return (
    <Command.Item
      value={value}
      onSelect={() => {
        if (!item.blocked) item.onSelect();
      }}
      aria-describedby={item.blocked ? reasonId : undefined}
      className={cx(
        "flex min-h-9 cursor-pointer items-center gap-2.5 rounded-r2 px-2.5 py-1 text-control",
        "data-[selected=true]:bg-selected pointer-coarse:min-h-11",
        item.blocked && "cursor-not-allowed text-text-2",
      )}
    >
      <span aria-hidden className="flex w-4 flex-none justify-center text-text-2">
        {item.blocked ? <Ban size={16} /> : item.icon}
      </span>
      <span className="min-w-0 flex-1">
        <span className="block truncate">{item.label}</span>
        {item.blocked || item.note ? (
          <span id={reasonId} className="block truncate text-meta text-text-2">
            {item.blocked ?? item.note}
          </span>
        ) : null}
      </span>
      {item.hint && !item.blocked ? (
        <span aria-hidden className="flex flex-none gap-1 pointer-coarse:hidden">
          {item.hint.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
        </span>
      ) : null}
    </Command.Item>
  );
}

const HEADING = "block px-2.5 pt-2 pb-1 text-11 font-medium text-text-2";

const BACKDROP = [
  "fixed inset-0 z-40 bg-scrim transition-opacity duration-(--m-base)",
  "data-ending-style:opacity-0 data-starting-style:opacity-0",
].join(" ");

const POPUP = [
  "fixed inset-x-3 top-3 z-50 flex max-h-[calc(100dvh-24px)] flex-col overflow-hidden rounded-r3",
  "border border-line-strong bg-surface text-text shadow-dialog outline-none",
  "sm:inset-x-auto sm:top-[14dvh] sm:left-1/2 sm:w-[600px] sm:-translate-x-1/2",
  "transition-opacity duration-(--m-fast) data-ending-style:opacity-0 data-starting-style:opacity-0",
].join(" ");
