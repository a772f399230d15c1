import type { ReactNode } from "react";
import { cx } from "./class-names";

export type ChipTone = "plain" | "ok" | "warn" | "bad" | "info" | "brand" | "secret" | "turn";

const TONES: Record<ChipTone, string> = {
  plain: "border-line bg-surface text-text-2",
  ok: "border-ok-line bg-ok-soft text-ok",
  warn: "border-warn-line bg-warn-soft text-warn",
  bad: "border-bad-line bg-bad-soft text-bad",
  info: "border-info-line bg-info-soft text-info",
  brand: "border-brand-line bg-brand-soft text-brand",
  secret: "border-secret bg-secret text-on-secret",
  turn: "border-turn bg-turn-soft text-turn-text",
};

/**
 * A label: shape and word first, colour after. Not a button. Tones other than `plain` and `brand`
 * need an icon, so that they read in greyscale; `turn` is only for "it is your turn".
 */
export function Chip({
  tone = "plain",
  icon,
  children,
  className,
  title,
}: {
  tone?: ChipTone;
  /** 12 px icon. */
  icon?: ReactNode;
  children: ReactNode;
  className?: string;
  title?: string;
}) {
  return (
    <span
      title={title}
      className={cx(
        "inline-flex min-h-[22px] items-center gap-[5px] rounded-r2 border px-[7px]",
        "text-12 font-medium whitespace-nowrap",
        TONES[tone],
        className,
      )}
    >
      {icon}
      {children}
    </span>
  );
}
