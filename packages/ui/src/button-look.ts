import { cx } from "./class-names";

export type ButtonTone = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "small" | "medium" | "large" | "icon" | "icon-small";

const TONES: Record<ButtonTone, string> = {
  primary: "border-brand bg-brand text-on-brand hover:border-brand-hover hover:bg-brand-hover",
  secondary: "border-line-strong bg-surface text-text hover:bg-hover",
  quiet: "border-transparent bg-transparent text-text-2 hover:bg-hover hover:text-text",
  danger: "border-bad-line bg-surface text-bad hover:bg-bad-soft",
};

const SIZES: Record<ButtonSize, string> = {
  small: "min-h-(--control-s) px-[9px] text-meta",
  medium: "min-h-(--control) px-3 text-control",
  large: "min-h-[52px] px-5 text-16",
  icon: "size-(--control) text-control",
  "icon-small": "size-(--control-s) text-meta",
};

/** Class names of a button or of a link that looks like one. */
export function buttonLook(
  tone: ButtonTone = "secondary",
  size: ButtonSize = "medium",
  block = false,
): string {
  return cx(
    "inline-flex items-center justify-center gap-1.5 rounded-r2 border py-0.5 font-semibold",
    "no-underline transition-colors duration-(--m-fast) select-none",
    "disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken disabled:text-text-3",
    "aria-disabled:cursor-not-allowed aria-disabled:border-line aria-disabled:bg-sunken",
    "aria-disabled:text-text-3",
    block ? "w-full" : "whitespace-nowrap",
    TONES[tone],
    SIZES[size],
  );
}
