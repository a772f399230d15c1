"use client";

import { AppLink } from "@rembuk/ui/app-link";
import { Chip } from "@rembuk/ui/chip";
import { Check, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Program } from "./aid-data";
import { programHref } from "./use-program-place";

/** One program: its name, who runs it, and who decides who gets it. */
export function ProgramRow(props: { program: Program; place: string; several: boolean }) {
  const { program, place, several } = props;
  const t = useTranslations("aid");
  return (
    <li>
      <AppLink
        href={programHref(program.code, place, several)}
        className="flex min-h-14 items-center gap-3 px-3 py-2 text-text no-underline hover:bg-hover"
      >
        <span className="min-w-0 flex-1">
          <span className="block font-semibold break-words">{program.name}</span>
          <span className="block text-12 break-words text-text-2">
            {[program.manager, program.cadence].filter(Boolean).join(" · ")}
          </span>
          <span className="block text-12 text-text-2">{t(`decides.${program.fundingLevel}`)}</span>
        </span>
        {program.isActive ? (
          <Chip tone="ok" icon={<Check size={12} aria-hidden />}>
            {t("active")}
          </Chip>
        ) : (
          <Chip>{t("inactive")}</Chip>
        )}
        <ChevronRight size={16} aria-hidden className="flex-none text-text-3" />
      </AppLink>
    </li>
  );
}
