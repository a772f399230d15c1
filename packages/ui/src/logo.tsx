import { cx } from "./class-names";

/** Four slats round one table: the pinwheel. Decorative; the wordmark or the link names it. */
export function LogoMark({
  size = 28,
  muted = false,
  className,
}: {
  /** Edge in px. */
  size?: number;
  /** Grey, for empty states. */
  muted?: boolean;
  className?: string;
}) {
  const slat = muted ? "var(--line-strong)" : "var(--brand)";
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 28 28"
      aria-hidden="true"
      className={cx("block flex-none", className)}
    >
      <g fill={slat}>
        <rect x="0" y="0" width="18" height="8" rx="1" />
        <rect x="20" y="0" width="8" height="18" rx="1" />
        <rect x="10" y="20" width="18" height="8" rx="1" />
        <rect x="0" y="10" width="8" height="18" rx="1" />
      </g>
      <rect x="10" y="10" width="8" height="8" rx="1" fill={muted ? slat : "var(--turn)"} />
    </svg>
  );
}

/** Mark and product name side by side. */
export function Logo({
  name,
  size = 24,
  className,
}: {
  name: string;
  /** Edge of the mark in px; the word follows it. */
  size?: number;
  className?: string;
}) {
  return (
    <span className={cx("inline-flex items-center gap-[9px]", className)}>
      <LogoMark size={size} />
      <span
        className="font-extrabold tracking-[-0.02em] text-text"
        style={{ fontSize: Math.round(size * 0.68), lineHeight: 1.1 }}
      >
        {name}
      </span>
    </span>
  );
}
