"use client";

import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

/** What may stay closed; its first line says what is inside. */
export function Fold({
  title,
  open,
  children,
}: {
  title: ReactNode;
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details open={open} className="group">
      <summary className="flex min-h-(--target-min) cursor-pointer list-none items-center gap-1 font-semibold">
        <ChevronRight
          size={16}
          aria-hidden
          className="flex-none text-text-3 transition-transform duration-(--m-fast) group-open:rotate-90"
        />
        {title}
      </summary>
      {children}
    </details>
  );
}
