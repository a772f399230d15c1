"use client";

import { Notice } from "@rembuk/ui/notice";
import { ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { OfficeZoneProvider } from "@/components/office-zone";
import type { Facts } from "./device-database";
import { FIELD_PAGE } from "./kept-pages";
import { sealCaseIntoOutbox } from "./outbox";
import { ProblemForm } from "./problem-form";
import { SentRecords, WaitingRecords } from "./record-list";
import { RegisterPhone } from "./register-phone";
import { SyncStatus } from "./sync-status";
import { type DeviceContent, hasToSend, useDevice } from "./use-device";
import { useFlush } from "./use-flush";
import { useKeptPage } from "./use-kept-page";
import { VillageCasesPanel } from "./village/village-cases";

/** The app for work without network: one route, everything inside it is state of this tab. */
export function OfflineScreen() {
  const t = useTranslations("offline");
  const content = useDevice();
  const isKept = useKeptPage(FIELD_PAGE);
  return (
    <div data-density="lapang" className="mx-auto flex min-h-dvh max-w-[640px] flex-col bg-canvas">
      <header className="border-b border-line bg-surface px-4 py-2.5">
        <h1 className="text-18 font-bold tracking-[-0.01em]">{t("title")}</h1>
        <p className="text-14 text-text-2">{content?.device?.label ?? t("lead")}</p>
      </header>
      {content ? (
        <OfficeZoneProvider zone={content.device?.zone ?? "WITA"}>
          <Content content={content} />
        </OfficeZoneProvider>
      ) : (
        <p role="status" className="p-4 text-text-2">
          {t("loading")}
        </p>
      )}
      {isKept ? (
        <p role="status" className="flex items-center gap-2 px-4 py-3 text-14 text-text-2">
          <ShieldCheck size={18} aria-hidden className="flex-none text-ok" />
          {t("ready")}
        </p>
      ) : null}
    </div>
  );
}

function Content({ content }: { content: DeviceContent }) {
  const t = useTranslations("offline");
  const { device, categories, records, photos, sent, revoked } = content;
  const { end, flush } = useFlush(hasToSend(records, photos), null);
  // Without a secure address the browser gives neither keys nor a service worker.
  if (!window.isSecureContext) {
    return (
      <Notice tone="warn" className="m-4">
        {t("insecure")}
      </Notice>
    );
  }
  return (
    <>
      <SyncStatus content={content} end={end} />
      {revoked ? <Revoked revoked={revoked} isWiped={!device} /> : null}
      {device ? (
        <>
          <VillageCasesPanel {...{ device, content, end }} onSaved={flush} />
          <ProblemForm
            key={device.deviceId}
            villages={[{ code: device.villageCode, name: device.villageName }]}
            seal={(body, photos) => sealCaseIntoOutbox(device, "cases.open", body, photos)}
            categories={categories}
            onSaved={flush}
          />
        </>
      ) : (
        <RegisterPhone />
      )}
      <WaitingRecords {...{ records, photos, sent }} onTryAgain={flush} />
      <SentRecords sent={sent} />
    </>
  );
}

function Revoked({ revoked, isWiped }: { revoked: Facts["revoked"]; isWiped: boolean }) {
  const t = useTranslations("offline.revoked");
  return (
    <Notice tone="bad" title={t("title")} live className="m-4">
      {isWiped ? `${t("text")} ` : null}
      {t("handedOver", { count: revoked.handedOver })}
    </Notice>
  );
}
