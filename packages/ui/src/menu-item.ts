import type { ReactElement, ReactNode } from "react";

export interface MenuItem {
  id: string;
  label: ReactNode;
  icon?: ReactNode;
  hint?: string;
  /** A link instead of an act. */
  href?: string;
  onSelect?: () => void;
  /** Shown under the label; a blocked item stays visible with its reason. */
  blocked?: string;
  danger?: boolean;
  /** A line before it. */
  separated?: boolean;
  /** Words over it and what follows, such as whose these are. */
  under?: string;
  /** Quiet words at its end, such as a count. */
  note?: string;
}

export interface MenuProps {
  /** A `Button` or `IconButton` element. */
  trigger: ReactElement;
  items: readonly MenuItem[];
  /** Words at the top that are no item, such as who is signed in. */
  heading?: ReactNode;
  align?: "start" | "end";
  onOpenChange?: (open: boolean) => void;
}
