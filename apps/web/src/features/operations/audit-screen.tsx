"use client";

import { ButtonLink } from "@rembuk/ui/button";
import { PageHeader } from "@rembuk/ui/page-header";
import { Panel } from "@rembuk/ui/panel";
import { Segmented } from "@rembuk/ui/segmented";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "@/components/office-zone";
import { areaTitle, type NamedArea } from "@/features/areas/area-name";
import { OfficePicker, useOffices } from "@/features/areas/office-picker";
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
  const offices = useOffices(scopes);
  const { office } = offices;
  const [kind, setKind] = useState<string>("all");
  return (
    <div className="min-h-full bg-canvas">
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          mayReadRetention ? (
            <ButtonLink href="/retensi" size="small">
              {t("retention")}
            </ButtonLink>
          ) : null
        }
      >
        <Seal />
        <OfficePicker offices={offices} label={t("office")} placeholder={t("officePlaceholder")} />
        <Segmented
          label={t("kind")}
          value={kind}
          onChange={setKind}
          options={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        />
      </PageHeader>
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
  if (!data) return <p className="min-h-4 w-full text-12" />;
  return (
    <p className="w-full text-12 text-text-2">
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
