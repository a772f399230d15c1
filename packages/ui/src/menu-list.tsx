"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { startTransition, useState } from "react";
import { AppLink } from "./app-link";
import { cx } from "./class-names";
import { Kbd } from "./kbd";
import { type TakenOver, useTakenFocus } from "./later";
import type { MenuItem, MenuProps } from "./menu-item";

/** The menu itself, which comes later than its button (`menu.tsx`). */
export function MenuList(props: MenuProps & { taken: TakenOver }) {
  const { trigger, items, heading, align = "end", onOpenChange, taken } = props;
  const button = useTakenFocus(taken);
  const [isOpen, setOpen] = useState(taken.isWanted);
  const change = (open: boolean) => {
    // Drawn in small steps: on a slow machine the pressed button answers before its list is ready.
    startTransition(() => setOpen(open));
    onOpenChange?.(open);
  };
  return (
    <Base.Root open={isOpen} onOpenChange={change}>
      <Base.Trigger ref={button} render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={4} align={align} className="z-50 outline-none">
          {/* A long menu scrolls, also before any of its items is highlighted. */}
          <Base.Popup tabIndex={0} className={POPUP}>
            {heading ? (
              <div className="mb-1 border-b border-line px-2.5 py-1.5 text-meta text-text-2">
                {heading}
              </div>
            ) : null}
            {items.map((item) => (
              <MenuRow key={item.id} item={item} />
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function MenuRow({ item }: { item: MenuItem }) {
  const look = cx(ITEM, item.danger && !item.blocked && "text-bad", item.blocked && "text-text-3");
  const body = (
    <>
      <span className="flex size-4 flex-none items-center justify-center">{item.icon}</span>
      <span className="min-w-0 flex-1">
        {item.label}
        {item.blocked ? <span className="block text-meta">{item.blocked}</span> : null}
      </span>
      {item.note ? <span className="flex-none text-12 text-text-3">{item.note}</span> : null}
      {item.hint ? <Kbd className="pointer-coarse:hidden">{item.hint}</Kbd> : null}
    </>
  );
  return (
    <>
      {item.separated ? <Base.Separator className="my-1 h-px bg-line" /> : null}
      {item.under ? (
        <div className="px-2.5 pt-1.5 pb-0.5 text-11 font-medium text-text-3">{item.under}</div>
      ) : null}
      {item.href ? (
        <Base.LinkItem closeOnClick render={<AppLink href={item.href} />} className={look}>
          {body}
        </Base.LinkItem>
      ) : (
        <Base.Item
          disabled={Boolean(item.blocked)}
          onClick={() => item.onSelect?.()}
          className={look}
        >
          {body}
        </Base.Item>
      )}
    </>
  );
}

const POPUP = [
  "max-h-(--available-height) min-w-[200px] max-w-[min(340px,var(--available-width))]",
  "overflow-y-auto rounded-r2 border border-line-strong bg-surface p-1 text-text shadow-popover",
  "outline-none transition-opacity duration-(--m-fast) data-ending-style:opacity-0",
  "data-starting-style:opacity-0",
].join(" ");

const ITEM = [
  "flex min-h-[max(32px,var(--target-min))] w-full cursor-pointer items-center gap-2.5 rounded-r1",
  "px-2.5 py-1 text-left text-control no-underline outline-none select-none",
  "data-disabled:cursor-not-allowed data-highlighted:bg-selected",
].join(" ");
