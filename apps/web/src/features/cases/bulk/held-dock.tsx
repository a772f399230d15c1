"use client";

import { usePathname } from "next/navigation";
import { HeldBars } from "./held-bar";

/** The way back from a batch while another page is open; the list has it below its rows. */
export function HeldDock() {
  if (usePathname() === "/antrean") return null;
  return (
    <div className="print:hidden fixed inset-x-3 bottom-16 z-40 mx-auto flex max-w-[640px] flex-col gap-px overflow-hidden rounded-r3 shadow-popover empty:hidden md:bottom-4">
      <HeldBars />
    </div>
  );
}
