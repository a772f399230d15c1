"use client";

import { Tabs } from "@rembuk/ui/tabs";
import { useTranslations } from "next-intl";
import type { TabRights } from "./tab-rights";

type Place = "people" | "organizations" | "devices" | "duty" | "calendar" | "areas";

/** The pages of an administrator, side by side; others see those that are open to them. */
export function PeopleTabs({ current, rights }: { current: Place; rights: TabRights }) {
  const t = useTranslations("people.tabs");
  const title = useTranslations("people");
  const places: { place: Place; href: string }[] = [
    ...(rights.maySeePeople ? [{ place: "people" as const, href: "/pengguna" }] : []),
    ...(rights.maySeeOrganizations
      ? [{ place: "organizations" as const, href: "/organisasi" }]
      : []),
    ...(rights.mayRevokeDevices ? [{ place: "devices" as const, href: "/perangkat" }] : []),
    ...(rights.maySeeDuty ? [{ place: "duty" as const, href: "/piket" }] : []),
    { place: "calendar", href: "/kalender" },
    { place: "areas", href: "/wilayah" },
  ];
  return (
    <div className="flex min-w-0 items-center gap-x-4">
      <h1 className="text-18 font-bold max-sm:sr-only tracking-[-0.01em]">
        {current === "people" ? title("title") : t(current)}
      </h1>
      <Tabs
        label={t("label")}
        tabs={places.map(({ place, href }) => ({
          href,
          label: t(place),
          current: place === current,
        }))}
      />
    </div>
  );
}
