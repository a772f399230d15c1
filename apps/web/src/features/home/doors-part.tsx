"use client";

import { AppLink } from "@rembuk/ui/app-link";
import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { DoorPlan } from "./home-plans";
import { PartHeader } from "./part-header";

/** A part of the home made of places to go; it shows no content of cases. */
export function DoorsPart({
  plan,
  office,
  first,
}: {
  plan: DoorPlan;
  office: string;
  first: boolean;
}) {
  const t = useTranslations("homes");
  return (
    <section>
      <PartHeader
        title={t(`parts.${plan.key}.title` as "parts.people.title")}
        office={office}
        first={first}
      >
        <p className="max-w-[60ch] text-16 text-text-2">
          {t(`parts.${plan.key}.calm` as "parts.people.calm")}
        </p>
      </PartHeader>
      <ul className="mx-4 my-3.5 max-w-[760px] divide-y divide-line overflow-hidden rounded-r3 border border-line bg-surface sm:mx-7">
        {plan.doors.map((door) => (
          <li key={door.key}>
            <AppLink
              href={door.href}
              className="flex min-h-14 items-center gap-3 px-4 py-3 text-inherit no-underline hover:bg-hover"
            >
              <span className="min-w-0 flex-1">
                <span className="block text-14 font-semibold">
                  {t(`doors.${door.key}.title` as "doors.people.title")}
                </span>
                <span className="block text-12 text-text-2">
                  {t(`doors.${door.key}.text` as "doors.people.text")}
                </span>
              </span>
              <ChevronRight size={18} aria-hidden className="text-text-3" />
            </AppLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
