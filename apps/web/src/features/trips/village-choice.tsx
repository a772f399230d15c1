"use client";

import { IconButton } from "@rembuk/ui/icon-button";
import { Select } from "@rembuk/ui/select";
import { useQuery } from "@tanstack/react-query";
import { ArrowUp, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/lib/trpc";
import { tripField } from "./trip-problems";

/** The villages of a trip in the order in which they are visited. */
export function VillageChoice({
  subdistrictCode,
  chosen,
  onChange,
}: {
  subdistrictCode: string;
  chosen: readonly string[];
  onChange: (villages: readonly string[]) => void;
}) {
  const t = useTranslations("trips.villages");
  const villages = useQuery(useTRPC().areas.villages.queryOptions({ subdistrictCode }));
  const names = new Map((villages.data ?? []).map(({ code, name }) => [code, name]));
  const left = (villages.data ?? []).filter(({ code }) => !chosen.includes(code));
  const earlier = (at: number) =>
    onChange(
      chosen.map((code, place) =>
        place === at - 1 ? (chosen[at] ?? code) : place === at ? (chosen[at - 1] ?? code) : code,
      ),
    );
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 text-control font-semibold">{t("title")}</legend>
      <p className="text-12 text-text-2">{t("hint")}</p>
      <ol className="flex flex-col gap-1 empty:hidden">
        {chosen.map((code, at) => (
          <li key={code} className="flex items-center gap-2 rounded-r2 bg-sunken py-0.5 pl-3">
            <span className="w-5 text-14 text-text-2 tabular-nums">{at + 1}</span>
            <span className="min-w-0 flex-1 text-14 font-medium">{names.get(code) ?? code}</span>
            {at > 0 ? (
              <IconButton
                label={t("earlier", { name: names.get(code) ?? code })}
                icon={<ArrowUp size={16} aria-hidden />}
                onClick={() => earlier(at)}
              />
            ) : null}
            <IconButton
              label={t("remove", { name: names.get(code) ?? code })}
              icon={<X size={16} aria-hidden />}
              onClick={() => onChange(chosen.filter((one) => one !== code))}
            />
          </li>
        ))}
      </ol>
      <Select
        id={tripField("villages")}
        aria-label={t("add")}
        className="max-w-72"
        value=""
        options={[
          { value: "", label: t("add") },
          ...left.map(({ code, name }) => ({ value: code, label: name })),
        ]}
        onChange={(event) => {
          if (event.target.value) onChange([...chosen, event.target.value]);
        }}
      />
    </fieldset>
  );
}
