"use client";

import { createContext, type ReactNode, use } from "react";
import type { NavKey } from "./navigation";

/** Numbers beside the places. Slices give them; the shell knows none. */
export type NavCounts = Partial<Record<NavKey, number>>;

const Counts = createContext<NavCounts>({});

export function NavCountsProvider({
  counts,
  children,
}: {
  counts: NavCounts;
  children: ReactNode;
}) {
  return <Counts value={counts}>{children}</Counts>;
}

export const useNavCounts = (): NavCounts => use(Counts);
