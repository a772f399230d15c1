"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { buttonLook } from "./button-look";
import { cx } from "./class-names";
import type { DialogProps } from "./dialog-props";

const SIZES = { small: "sm:max-w-[420px]", medium: "sm:max-w-[600px]", large: "sm:max-w-[920px]" };

/** A modal dialog; on a narrow screen it stands on the lower edge, near the thumb. */
export function DialogFrame(props: DialogProps) {
  return (
    <Base.Root open={props.open} onOpenChange={(open) => props.onOpenChange?.(open)}>
      <Base.Portal>
        <Base.Backdrop className={BACKDROP} />
        <Base.Popup
          aria-modal
          initialFocus={props.initialFocus}
          className={cx(POPUP, SIZES[props.size ?? "medium"])}
        >
          <header className="border-b border-line py-3 pr-12 pl-4">
            <div>
              <Base.Title className="text-16 font-bold tracking-[-0.01em]">
                {props.title}
              </Base.Title>
              {props.description ? (
                <Base.Description className="mt-0.5 text-meta text-text-2">
                  {props.description}
                </Base.Description>
              ) : null}
            </div>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-4">
            {props.children}
          </div>
          {props.footer ? (
            <footer className="flex flex-wrap justify-end gap-2 border-t border-line bg-surface-2 px-4 py-3">
              {props.footer}
            </footer>
          ) : null}
          {/* Last, so that the first control of the dialog gets the focus. */}
          <Base.Close
            aria-label={props.closeLabel}
            className={cx(
              buttonLook("quiet", "small"),
              "absolute top-1.5 right-1.5 aspect-square px-0",
            )}
          >
            <X size={16} aria-hidden />
          </Base.Close>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

const BACKDROP = [
  "fixed inset-0 z-40 bg-scrim transition-opacity duration-(--m-base)",
  "data-ending-style:opacity-0 data-starting-style:opacity-0",
].join(" ");

const POPUP = [
  "fixed z-50 flex max-h-[92dvh] w-full flex-col overflow-hidden bg-surface text-text",
  "inset-x-0 bottom-0 rounded-t-r3 border border-line shadow-dialog",
  "sm:inset-x-auto sm:top-1/2 sm:bottom-auto sm:left-1/2 sm:max-h-[86dvh] sm:rounded-r3",
  "sm:w-[calc(100vw-48px)] sm:-translate-x-1/2 sm:-translate-y-1/2",
  "transition-[opacity,translate] duration-(--m-base) ease-joint",
  "data-starting-style:opacity-0 data-ending-style:opacity-0",
  "max-sm:data-starting-style:translate-y-4 max-sm:data-ending-style:translate-y-4",
].join(" ");
