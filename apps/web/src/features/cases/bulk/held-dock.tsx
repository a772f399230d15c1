"use client";

import { createLater, useWanted } from "@rembuk/ui/later";
import { usePathname } from "next/navigation";
import { useBulks } from "./bulk-windows";

const bars = createLater(() => import("./held-bar").then(({ HeldBars }) => HeldBars));

/** The way back from a batch while another page is open; the list has it below its rows. */
export function HeldDock() {
  const { windows } = useBulks();
  const isElsewhere = usePathname() !== "/antrean";
  const isWanted = isElsewhere && windows.length > 0;
  const HeldBars = useWanted(bars, isWanted);
  if (!isWanted || !HeldBars) return null;
  return (
    <div className="print:hidden fixed inset-x-3 bottom-16 z-40 mx-auto flex max-w-[640px] flex-col gap-px overflow-hidden rounded-r3 shadow-popover md:bottom-4">
      <HeldBars />
    </div>
  );
}
