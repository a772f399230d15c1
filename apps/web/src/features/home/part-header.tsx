"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useFormat } from "@/components/office-zone";

/** Head of a part: whose desk it is, today's date with its zone, the sentence, the act of the day. */
export function PartHeader({
  title,
  office,
  first,
  act,
  children,
}: {
  title: string;
  office: string;
  first: boolean;
  act?: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations("homes");
  const format = useFormat();
  const [now] = useState(() => new Date());
  const Heading = first ? "h1" : "h2";
  return (
    <header className="border-y border-line bg-surface px-4 pt-4 pb-[18px] first:border-t-0 sm:px-7">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 text-12 text-text-2">
        <Heading className="text-12 font-bold text-text">{title}</Heading>
        <span>{office}</span>
        {first ? (
          <time dateTime={now.toISOString()} className="sm:ml-auto" suppressHydrationWarning>
            {t("today", { date: format.longDate(now), zone: format.zone })}
          </time>
        ) : null}
      </div>
      <div className="mt-2 flex flex-col gap-x-6 gap-y-3 lg:flex-row lg:items-end lg:justify-between">
        <div className="min-w-0 flex-1">{children}</div>
        {act}
      </div>
    </header>
  );
}
