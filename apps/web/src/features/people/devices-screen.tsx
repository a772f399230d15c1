"use client";

import { Button } from "@rembuk/ui/button";
import { Chip } from "@rembuk/ui/chip";
import { EmptyState, ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { useQuery } from "@tanstack/react-query";
import { Ban, Smartphone } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "@/components/office-zone";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import type { DeviceRow, PeopleRights, Scope } from "./people-data";
import { PeopleTabs } from "./people-tabs";
import { RevokeDialog } from "./revoke-dialog";

/** Phones and computers that hold work of the office, and the way to shut one out. */
export function DevicesScreen({ scope, rights }: { scope: Scope; rights: PeopleRights }) {
  const [revoking, setRevoking] = useState<DeviceRow | null>(null);
  return (
    <div className="min-h-full">
      <header className="border-b border-line bg-surface px-4 pt-2 sm:px-5">
        <PeopleTabs current="devices" rights={rights} />
      </header>
      <DeviceList scope={scope} onRevoke={setRevoking} />
      {revoking ? <RevokeDialog device={revoking} onClose={() => setRevoking(null)} /> : null}
    </div>
  );
}

function DeviceList({ scope, onRevoke }: { scope: Scope; onRevoke: (device: DeviceRow) => void }) {
  const t = useTranslations("people");
  const wording = useErrorWording();
  const devices = useQuery(useTRPC().staff.devices.queryOptions({ areaCode: scope.code }));
  if (devices.error) {
    return (
      <ErrorState
        title={t("failed.title")}
        retryLabel={t("failed.retry")}
        retrying={devices.isFetching}
        onRetry={() => void devices.refetch()}
      >
        {wording(callFailure(devices.error).code)}
      </ErrorState>
    );
  }
  if (!devices.data) return <SkeletonRows label={t("loading")} slow={t("slow")} />;
  if (devices.data.length === 0) {
    return <EmptyState title={t("device.empty")}>{t("device.emptyText")}</EmptyState>;
  }
  return (
    <ul aria-label={t("tabs.devices")}>
      {devices.data.map((device) => (
        <DeviceItem key={device.id} device={device} onRevoke={onRevoke} />
      ))}
    </ul>
  );
}

/** A phone of a village holds its cases, one of the kecamatan a trip. */
const isVillage = (areaCode: string): boolean => areaCode.length > 8;

function DeviceItem({
  device,
  onRevoke,
}: {
  device: DeviceRow;
  onRevoke: (device: DeviceRow) => void;
}) {
  const t = useTranslations("people");
  const format = useFormat();
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-2 sm:px-5">
      <Smartphone size={18} aria-hidden className="text-text-3" />
      <span className="min-w-0 flex-1 basis-52">
        <span className="block font-semibold break-words">{device.label}</span>
        <span className="line-clamp-2 text-12 break-words text-text-2">
          {device.userName} · {t("device.seen", { time: format.shortDateTime(device.lastSeenAt) })}
          {device.downloadUntil
            ? ` · ${t(isVillage(device.areaCode) ? "device.villageDownload" : "device.download", { time: format.shortDateTime(device.downloadUntil) })}`
            : null}
        </span>
        {device.reason ? (
          <span className="block text-12 break-words text-text-2">
            {t("device.reasonShown", { reason: device.reason })}
          </span>
        ) : null}
      </span>
      <span className="text-12 text-text-2">
        {t("device.unsynced", { count: device.unsynced })}
      </span>
      {device.revokedAt ? (
        <Chip tone="bad" icon={<Ban size={12} aria-hidden />}>
          {t("device.revoked", { date: format.shortDate(device.revokedAt) })}
        </Chip>
      ) : (
        <Button size="small" tone="danger" onClick={() => onRevoke(device)}>
          {t("device.revoke")}
        </Button>
      )}
    </li>
  );
}
