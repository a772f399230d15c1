import { Lock, Megaphone, Users } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./class-names";

/** Who may read: the own office; partners of a referral; the reporter and the public page. */
export type Audience = "internal" | "partner" | "reporter";

/** Icon of an audience. */
export function AudienceIcon({ audience, size = 12 }: { audience: Audience; size?: number }) {
  const icons: Record<Audience, ReactNode> = {
    internal: <Lock size={size} aria-hidden />,
    partner: <Users size={size} aria-hidden />,
    reporter: <Megaphone size={size} aria-hidden />,
  };
  return icons[audience];
}

/** Icon and word of an audience, as a small label. */
export function AudienceLabel({ audience, label }: { audience: Audience; label: string }) {
  return (
    <span
      className={cx(
        "inline-flex items-center gap-1 rounded-[3px] border bg-surface px-1.5 py-px text-[11.5px]",
        "leading-4 font-semibold whitespace-nowrap",
        audience === "reporter" ? "border-brand-line text-brand" : "border-line-strong text-text-2",
      )}
    >
      <AudienceIcon audience={audience} />
      {label}
    </span>
  );
}
