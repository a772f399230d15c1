import { CloudCheck, RefreshCw, ScanSearch, TriangleAlert, WifiOff } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./class-names";

export type SyncState = "sent" | "offline" | "sending" | "review" | "failed";

const LOOKS: Record<SyncState, string> = {
  sent: "border-line bg-surface text-ok",
  offline: "border-warn-line bg-warn-soft text-warn",
  sending: "border-line bg-surface text-text",
  review: "border-warn-line bg-warn-soft text-warn",
  failed: "border-bad-line bg-bad-soft text-bad",
};

const ICONS: Record<SyncState, ReactNode> = {
  sent: <CloudCheck size={16} aria-hidden />,
  offline: <WifiOff size={16} aria-hidden />,
  sending: <RefreshCw size={16} aria-hidden className="motion-safe:animate-spin" />,
  review: <ScanSearch size={16} aria-hidden />,
  failed: <TriangleAlert size={16} aria-hidden />,
};

/** Always present where work can be offline: what is sent, what waits, what needs a person. */
export function SyncBar({
  state,
  title,
  detail,
  count,
  action,
  boxed = false,
  className,
}: {
  state: SyncState;
  /** "Tanpa jaringan sejak 08.41". */
  title: string;
  /** "Terakhir sinkron 08.37 WITA". */
  detail?: string;
  /** "12 di perangkat". */
  count?: ReactNode;
  action?: ReactNode;
  /** A box on a page instead of a strip across it. */
  boxed?: boolean;
  className?: string;
}) {
  return (
    <div
      className={cx(
        "flex min-h-10 items-center gap-2.5 px-4 py-1.5",
        boxed ? "rounded-r2 border px-3" : "border-b",
        LOOKS[state],
        className,
      )}
    >
      {ICONS[state]}
      <div
        role={state === "review" ? "alert" : "status"}
        aria-live={state === "review" ? "assertive" : "polite"}
        className="min-w-0"
      >
        <p className="text-control font-semibold">{title}</p>
        {detail ? <p className="text-meta font-medium">{detail}</p> : null}
      </div>
      {count || action ? (
        <div className="ml-auto flex flex-none items-center gap-2">
          {count ? (
            <span className="flex min-h-6 items-center gap-1.5 rounded-r2 border border-current bg-surface px-2 text-12 font-bold whitespace-nowrap">
              {count}
            </span>
          ) : null}
          {action}
        </div>
      ) : null}
    </div>
  );
}
