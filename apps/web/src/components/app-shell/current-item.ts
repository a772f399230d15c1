import type { NavItem } from "./navigation";

/** The item whose page this is: the longest address that begins the path. */
export function currentItem(items: readonly NavItem[], address: string): NavItem | null {
  // A case is read from the list that it stands in.
  const path = isWidePage(address) ? "/antrean" : address;
  const fitting = items.filter(({ href }) =>
    href === "/" ? path === "/" : path === href || path.startsWith(`${href}/`),
  );
  return fitting.reduce<NavItem | null>(
    (best, item) => (best && best.href.length >= item.href.length ? best : item),
    null,
  );
}

/** The case page needs the width: the rail shrinks to icons there. */
export const isWidePage = (path: string): boolean => /^\/kasus\/(?!baru$)[^/]+$/.test(path);
