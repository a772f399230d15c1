"use client";

import { Toast as Base } from "@base-ui/react/toast";
import { CircleCheck, Info, TriangleAlert, X } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { cx } from "./class-names";
import type { ToastDesk, ToastOutlet, ToastRequest } from "./toast-desk";

interface ToastRegionProps {
  desk: ToastDesk;
  closeLabel: string;
  regionLabel: string;
}

/** The landmark in which messages appear; it comes later than what can be said in it (`toast.tsx`). */
export function ToastRegion({ desk, closeLabel, regionLabel }: ToastRegionProps) {
  return (
    <Base.Provider limit={3}>
      <Connection desk={desk} />
      <Base.Portal>
        <Base.Viewport
          aria-label={regionLabel}
          className="fixed inset-x-3 bottom-3 z-60 flex flex-col-reverse gap-2 outline-none sm:right-auto sm:left-4 sm:w-[400px] print:hidden"
        >
          <ToastList closeLabel={closeLabel} />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

type Manager = ReturnType<typeof Base.useToastManager>;

const outletOf = ({ add, close }: Pick<Manager, "add" | "close">): ToastOutlet => ({
  close,
  show: (id: string, toast: ToastRequest) => {
    add({
      id,
      title: toast.title,
      description: toast.description,
      type: toast.tone ?? "done",
      timeout: toast.timeout ?? (toast.action ? 10_000 : 5_000),
      priority: toast.tone === "failed" ? "high" : "low",
      actionProps: toast.action
        ? {
            children: toast.action.label,
            onClick: () => {
              toast.action?.onAction();
              close(id);
            },
          }
        : undefined,
    });
  },
});

/** What is said is shown here from now on; first what was said before. */
function Connection({ desk }: { desk: ToastDesk }) {
  const { add, close } = Base.useToastManager();
  useEffect(() => desk.connect(outletOf({ add, close })), [desk, add, close]);
  return null;
}

const ICONS: Record<string, ReactNode> = {
  done: <CircleCheck size={16} aria-hidden />,
  info: <Info size={16} aria-hidden />,
  failed: <TriangleAlert size={16} aria-hidden />,
};

function ToastList({ closeLabel }: { closeLabel: string }) {
  const { toasts } = Base.useToastManager();
  return toasts.map((toast) => (
    <Base.Root key={toast.id} toast={toast} swipeDirection={["left", "down"]} className={ROOT}>
      <Base.Content className="flex items-start gap-2.5 py-1.5 pr-1.5 pl-3">
        <span className="py-1.5">{ICONS[toast.type ?? "done"]}</span>
        <span className="min-w-0 flex-1 py-1">
          <Base.Title className="text-control font-semibold" />
          <Base.Description className="text-meta opacity-90" />
        </span>
        <Base.Action
          className={cx(BUTTON, "px-2.5 text-control font-semibold underline underline-offset-2")}
        />
        <Base.Close aria-label={closeLabel} className={cx(BUTTON, "aspect-square")}>
          <X size={16} aria-hidden />
        </Base.Close>
      </Base.Content>
    </Base.Root>
  ));
}

const BUTTON = [
  "flex min-h-(--control-s) flex-none items-center justify-center rounded-r2",
  "hover:bg-[color-mix(in_srgb,var(--surface)_16%,transparent)] focus-visible:outline-surface",
  "focus-visible:outline-offset-[-2px]",
].join(" ");

const ROOT = [
  "rounded-r2 bg-text text-surface shadow-popover outline-none",
  "[transform:translate(var(--toast-swipe-movement-x),var(--toast-swipe-movement-y))]",
  "transition-[opacity,translate] duration-(--m-base) ease-joint",
  "data-starting-style:translate-y-2 data-starting-style:opacity-0",
  "data-ending-style:translate-y-2 data-ending-style:opacity-0 data-limited:hidden",
].join(" ");
