import type { ReactNode, RefObject } from "react";

export interface DialogProps {
  open: boolean;
  onOpenChange?: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  closeLabel: string;
  /** Buttons at the end; the primary one last in the row. */
  footer?: ReactNode;
  size?: "small" | "medium" | "large";
  initialFocus?: RefObject<HTMLElement | null>;
  children?: ReactNode;
}
