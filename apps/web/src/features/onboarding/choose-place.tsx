"use client";

import { AppLink } from "@rembuk/ui/app-link";
import { Button } from "@rembuk/ui/button";
import { Panel } from "@rembuk/ui/panel";
import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { NamedArea } from "@/features/areas/area-name";
import { AreaPicker } from "@/features/areas/area-picker";
import type { Places } from "./onboarding-data";

interface ChoosePlaceProps {
  places: Places;
  onChoose: (code: string) => void;
}

/** A kecamatan by its code or name, or one that was begun with. */
export function ChoosePlace({ places, onChoose }: ChoosePlaceProps) {
  const t = useTranslations("onboarding.choose");
  const [area, setArea] = useState<NamedArea | null>(null);
  return (
    <div className="flex max-w-[880px] flex-col gap-4 px-4 py-4 sm:px-7">
      {places.mayOpen ? (
        <Panel id="kecamatan-baru" title={t("newTitle")}>
          <p className="mb-2.5 text-text-2">{t("newText")}</p>
          <div className="flex flex-wrap items-end gap-2">
            <div className="w-full sm:w-[360px]">
              <AreaPicker
                label={t("label")}
                placeholder={t("placeholder")}
                under=""
                level={3}
                value={area}
                onChange={setArea}
              />
            </div>
            <Button
              tone="primary"
              disabled={area === null}
              onClick={() => area && onChoose(area.code)}
            >
              {t("begin")}
            </Button>
          </div>
        </Panel>
      ) : null}
      {places.offices.length > 0 ? (
        <Panel id="kecamatan-berjalan" flush title={t("goOn")}>
          <ul className="divide-y divide-line">
            {places.offices.map((office) => (
              <li key={office.code}>
                <AppLink
                  href={`/persiapan?kec=${office.code}`}
                  onClick={(event) => {
                    event.preventDefault();
                    onChoose(office.code);
                  }}
                  className="flex min-h-12 items-center gap-3 px-3 py-2 text-inherit no-underline hover:bg-hover"
                >
                  <span className="min-w-0 flex-1">
                    <span className="block font-semibold">{office.name}</span>
                    <span className="block text-12 text-text-2">
                      {office.regencyName} · {office.code}
                    </span>
                  </span>
                  <ChevronRight size={18} aria-hidden className="text-text-3" />
                </AppLink>
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
    </div>
  );
}
