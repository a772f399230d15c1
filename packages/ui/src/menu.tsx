"use client";

import { createLater, useStandIn } from "./later";
import type { MenuProps } from "./menu-item";

const list = createLater(() => import("./menu-list").then(({ MenuList }) => MenuList));

/** A button that opens a list of acts. The list comes when the page is at rest, or when it is wanted. */
export function Menu(props: MenuProps) {
  const { trigger, onOpenChange } = props;
  const { Part, standIn, taken } = useStandIn(list, { trigger, kind: "menu", onOpenChange });
  return Part ? <Part {...props} taken={taken} /> : standIn;
}
