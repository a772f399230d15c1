import { AppLink } from "@rembuk/ui/app-link";
import type { ReactNode } from "react";

/** A number that is a door, or a plain one where nothing stands behind it. */
export function FigureLink({
  href,
  isDoor = true,
  label,
  children,
}: {
  href: string;
  isDoor?: boolean;
  /** What the number means when it is read alone. */
  label?: string;
  children: ReactNode;
}) {
  if (!isDoor) return <b>{children}</b>;
  return (
    <AppLink
      href={href}
      aria-label={label}
      className="font-bold text-brand underline decoration-[1.5px] underline-offset-[5px] hover:text-brand-hover"
    >
      {children}
    </AppLink>
  );
}
