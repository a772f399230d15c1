"use client";

import { createLater, useWanted } from "@rembuk/ui/later";
import { type ReactNode, useDeferredValue } from "react";
import { useWide } from "@/components/use-wide";
import { cards, table } from "./list-parts";
import type { FirstSight } from "./queue-screen";
import type { QueueSetting } from "./queue-setting";

const screen = createLater(() => import("./queue-screen").then((came) => came.QueueScreen));

interface QueueProps {
  setting: QueueSetting;
  first: FirstSight | null;
  /** The page as the server drew it, to be read and followed until its scripts are there. */
  children: ReactNode;
}

/** The list of cases. What works on it comes behind what shows it, the screen and its rows at once. */
export function Queue({ setting, first, children }: QueueProps) {
  const isDesk = useWide(768);
  // Drawn in small steps: a phone that takes its time over it still answers a finger meanwhile.
  const Screen = useDeferredValue(useWanted(screen, true));
  useWanted(table, isDesk);
  useWanted(cards, !isDesk);
  return Screen ? <Screen setting={setting} first={first} /> : children;
}
