import { cx } from "./class-names";

/** A key hint. On coloured buttons pass `inherit` so that it takes the button's ink. */
export function Kbd({
  children,
  inherit = false,
  className,
}: {
  children: React.ReactNode;
  inherit?: boolean;
  className?: string;
}) {
  return (
    <kbd
      className={cx(
        "inline-flex h-[18px] min-w-[18px] items-center justify-center whitespace-nowrap",
        "rounded-[3px] border border-b-2 px-1 font-mono text-11 font-medium",
        inherit
          ? "border-current bg-transparent text-inherit opacity-80"
          : "border-line-strong bg-surface text-text-2",
        className,
      )}
    >
      {children}
    </kbd>
  );
}
