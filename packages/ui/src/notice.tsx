import { CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./class-names";

const LOOKS = {
  info: "border-info-line bg-info-soft text-info",
  ok: "border-ok-line bg-ok-soft text-ok",
  warn: "border-warn-line bg-warn-soft text-warn",
  bad: "border-bad-line bg-bad-soft text-bad",
};

/**
 * A message that stays on the page: icon, sentence, maybe an act. `live` announces it when it
 * appears (politely, or at once for `bad`).
 */
export function Notice({
  tone,
  title,
  children,
  actions,
  live = false,
  className,
}: {
  tone: keyof typeof LOOKS;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  live?: boolean;
  className?: string;
}) {
  const Icon = tone === "ok" ? CircleCheck : tone === "info" ? Info : TriangleAlert;
  return (
    <div
      role={live ? (tone === "bad" ? "alert" : "status") : undefined}
      className={cx(
        "flex flex-wrap items-start gap-x-2.5 gap-y-2 rounded-r2 border px-3 py-2",
        LOOKS[tone],
        className,
      )}
    >
      <Icon size={16} aria-hidden className="mt-0.5" />
      <div className="min-w-0 flex-1 basis-48 text-control">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children ? <div className="text-text">{children}</div> : null}
      </div>
      {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
    </div>
  );
}
