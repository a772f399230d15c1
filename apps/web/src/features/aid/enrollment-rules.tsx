"use client";

import { Check, CircleHelp, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Enrollment } from "./aid-data";

const icons = { met: Check, "to-check": CircleHelp, unmet: X } as const;
const tones = { met: "text-ok", "to-check": "text-warn", unmet: "text-bad" } as const;

/** What Rembuk can see of who may receive it: each rule with what came of it, in words. */
export function EnrollmentRules({ rules }: { rules: Enrollment["rules"] }) {
  const t = useTranslations("aid.enrollment.rules");
  return (
    <ul aria-label={t("title")} className="mt-1.5 flex flex-col gap-0.5 text-12">
      {rules.map(({ rule, outcome, missing }) => {
        const Icon = icons[outcome];
        return (
          <li key={rule} className="flex items-start gap-1.5">
            <Icon size={14} aria-hidden className={`mt-px flex-none ${tones[outcome]}`} />
            <span className="min-w-0 break-words">
              {t(`${rule}.${outcome === "met" ? "met" : "open"}`, { names: missing.join(", ") })}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
