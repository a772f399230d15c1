"use client";

import { LoaderCircle, RefreshCw, TriangleAlert } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "./button";
import { cx } from "./class-names";
import { LogoMark } from "./logo";
import { SkeletonBars } from "./skeleton-bars";

/** True once `ms` have passed since the component appeared. */
function useAfter(ms: number): boolean {
  const [passed, setPassed] = useState(ms === 0);
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return passed;
}

/**
 * Rows of a list that is loading, in the geometry of the real rows. The bars show after 150 ms,
 * the words after 4 s; the space is taken from the start, so nothing jumps.
 */
export function SkeletonRows({
  rows = 6,
  label,
  slow,
  now = false,
}: {
  rows?: number;
  /** For screen readers at once: "Memuat". */
  label: string;
  /** Visible after 4 s: "Memuat 46 kasus. Jaringan lambat." */
  slow: string;
  /** No waiting (for pages rendered on the server). */
  now?: boolean;
}) {
  const bars = useAfter(now ? 0 : 150);
  const words = useAfter(4000);
  return (
    <div aria-busy="true">
      <p role="status" className="sr-only">
        {words ? slow : label}
      </p>
      <div aria-hidden className={cx("transition-opacity", bars ? "opacity-100" : "opacity-0")}>
        <SkeletonBars rows={rows} />
      </div>
      <p
        aria-hidden
        className={cx(
          "flex items-center gap-2 px-3 py-2 text-meta text-text-2",
          !words && "invisible",
        )}
      >
        <LoaderCircle size={16} className="motion-safe:animate-spin" />
        {slow}
      </p>
    </div>
  );
}

/** Nothing here: says why, and offers the next step. */
export function EmptyState({
  title,
  children,
  actions,
  level = 2,
  className,
}: {
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  level?: 2 | 3;
  className?: string;
}) {
  const Heading = `h${level}` as const;
  return (
    <div className={cx("px-5 py-8 sm:px-10 sm:py-12", className)}>
      <LogoMark muted size={30} className="mb-4" />
      <Heading className="text-18 font-bold tracking-[-0.01em]">{title}</Heading>
      {children ? <div className="mt-1 max-w-[52ch] text-body text-text-2">{children}</div> : null}
      {actions ? <div className="mt-4 flex flex-wrap gap-2">{actions}</div> : null}
    </div>
  );
}

/**
 * Something failed: what failed, what is safe, what to try, and a code for the administrator.
 * The focus moves here when it appears.
 */
export function ErrorState({
  title,
  children,
  retryLabel,
  onRetry,
  retrying = false,
  actions,
  code,
  takeFocus = true,
  className,
}: {
  title: string;
  children?: ReactNode;
  retryLabel?: string;
  onRetry?: () => void;
  retrying?: boolean;
  actions?: ReactNode;
  /** "Kode untuk administrator: E-504-7C1A, ...". */
  code?: ReactNode;
  takeFocus?: boolean;
  className?: string;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takeFocus) {
      box.current?.focus();
    }
  }, [takeFocus]);
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      className={cx("m-3 rounded-r2 border-2 border-bad bg-surface p-4", className)}
    >
      <p className="flex items-center gap-2.5 text-16 font-bold">
        <TriangleAlert size={20} aria-hidden className="text-bad" />
        {title}
      </p>
      {children ? <div className="mt-1 max-w-[68ch] text-body">{children}</div> : null}
      <div className="mt-2.5 flex flex-wrap gap-2 empty:hidden">
        {onRetry && retryLabel ? (
          <Button
            tone="primary"
            icon={<RefreshCw size={16} aria-hidden />}
            pending={retrying}
            onClick={onRetry}
          >
            {retryLabel}
          </Button>
        ) : null}
        {actions}
      </div>
      {code ? <p className="mt-2.5 text-meta text-text-2">{code}</p> : null}
    </div>
  );
}
