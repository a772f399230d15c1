import { AppLink } from "@rembuk/ui/app-link";
import type { ReactNode } from "react";

const TONES = {
  plain: "text-brand hover:text-brand-hover",
  bad: "text-bad",
  quiet: "text-text hover:text-brand-hover",
};

/** A number that is a door. */
export function FigureLink({
  href,
  tone = "plain",
  children,
}: {
  href: string;
  tone?: keyof typeof TONES;
  children: ReactNode;
}) {
  return (
    <AppLink
      href={href}
      className={`underline decoration-[1.5px] underline-offset-[5px] ${TONES[tone]}`}
    >
      {children}
    </AppLink>
  );
}
