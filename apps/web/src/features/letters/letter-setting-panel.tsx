"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/lib/trpc";
import { LetterSettingForm } from "./letter-setting-form";
import { LoadedPanel } from "./loaded-panel";

/** How an office numbers its letters, and what stands on each. */
export function LetterSettingPanel({ subdistrictCode }: { subdistrictCode: string }) {
  const t = useTranslations("officeSettings.letters");
  const query = useQuery(useTRPC().letters.setting.queryOptions({ subdistrictCode }));
  return (
    <LoadedPanel id="surat" title={t("title")} rows={6} query={query}>
      {(setting) => <LetterSettingForm key={setting.version} setting={setting} />}
    </LoadedPanel>
  );
}
