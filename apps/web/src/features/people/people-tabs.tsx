"use client";

import { Tabs } from "@rembuk/ui/tabs";
import { useTranslations } from "next-intl";
import type { PeopleRights } from "./people-data";

type Place = "people" | "devices" | "areas";

/** The pages of an administrator, side by side. */
export function PeopleTabs({
  current,
  rights,
}: {
  current: Place;
  rights: Pick<PeopleRights, "mayRevokeDevices">;
}) {
  const t = useTranslations("people.tabs");
  const title = useTranslations("people");
  const places: { place: Place; href: string }[] = [
    { place: "people", href: "/pengguna" },
    ...(rights.mayRevokeDevices ? [{ place: "devices" as const, href: "/perangkat" }] : []),
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
