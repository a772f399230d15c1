"use client";

import { TextLink } from "@rembuk/ui/app-link";
import { Panel } from "@rembuk/ui/panel";
import { Segmented } from "@rembuk/ui/segmented";
import { Select } from "@rembuk/ui/select";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "@/components/office-zone";
import { areaTitle, type NamedArea } from "@/features/areas/area-name";
import { AreaPicker } from "@/features/areas/area-picker";
import { useTRPC } from "@/lib/trpc";
import { AuditTrail, type TrailKind } from "./audit-trail";

const kinds = ["all", "cases", "staff", "reads"] as const;

interface AuditScreenProps {
  /** Kecamatan, regencies or the whole country ("") that the reader may audit. */
  scopes: readonly NamedArea[];
  /** The reader also sees what was kept for how long, and what went. */
  mayReadRetention: boolean;
}

/** Who did what and when in one kecamatan, without content. */
export function AuditScreen({ scopes, mayReadRetention }: AuditScreenProps) {
  const t = useTranslations("audit");
  const offices = scopes.filter(({ code }) => code.length === 8);
  const wide = scopes.find(({ code }) => code.length < 8) ?? null;
  const [office, setOffice] = useState<NamedArea | null>(offices[0] ?? null);
  const [kind, setKind] = useState<string>("all");
  return (
    <div className="min-h-full bg-canvas">
      <header className="border-b border-line bg-surface px-4 pt-4 pb-3.5 sm:px-7">
        <h1 className="text-22 font-bold tracking-[-0.02em]">{t("title")}</h1>
        <p className="max-w-[76ch] text-text-2">{t("lead")}</p>
        <Seal />
        {mayReadRetention ? <TextLink href="/retensi">{t("retention")}</TextLink> : null}
        <div className="mt-3 flex flex-wrap items-center gap-2.5">
          {wide ? (
            <div className="w-full sm:w-[320px]">
              <AreaPicker
                label={t("office")}
                placeholder={t("officePlaceholder")}
                under={wide.code}
                level={3}
                value={office}
                onChange={setOffice}
              />
            </div>
          ) : null}
          {!wide && offices.length > 1 ? (
            <Select
              aria-label={t("office")}
              value={office?.code ?? ""}
              options={offices.map((one) => ({ value: one.code, label: areaTitle(one) }))}
              onChange={(event) =>
                setOffice(offices.find(({ code }) => code === event.target.value) ?? null)
              }
              className="w-full sm:w-[260px]"
            />
          ) : null}
          <Segmented
            label={t("kind")}
            value={kind}
            onChange={setKind}
            options={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          />
        </div>
      </header>
      <div className="px-4 py-3.5 sm:px-7">
        <Panel flush title={office ? areaTitle(office) : t("title")} note={t("noContent")}>
          <AuditTrail
            key={`${office?.code}-${kind}`}
            subdistrictCode={office?.code ?? null}
            kind={kind === "all" ? null : (kind as TrailKind)}
          />
        </Panel>
      </div>
    </div>
  );
}

/** How far the chain of seals reaches; whether it is whole is checked by the installation. */
function Seal() {
  const t = useTranslations("audit.seal");
  const format = useFormat();
  const { data } = useQuery(useTRPC().audit.seal.queryOptions());
  if (!data) return <p className="min-h-4 text-12" />;
  return (
    <p className="mt-0.5 text-12 text-text-2">
      {data.lastSealedAt
        ? t("sealed", {
            count: data.blocks,
            time: format.longDateTime(data.lastSealedAt),
            seal: data.lastSeal ?? "",
          })
        : t("none")}
    </p>
  );
}
