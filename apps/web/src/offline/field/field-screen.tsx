"use client";

import { Notice } from "@rembuk/ui/notice";
import { ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { startTransition, useCallback, useState } from "react";
import { OfficeZoneProvider } from "@/components/office-zone";
import type { Zone } from "@/lib/format";
import { TRIP_PAGE } from "../kept-pages";
import { PinGate } from "../pin-gate";
import { hasToSend } from "../use-device";
import { useFlush } from "../use-flush";
import { useKeptPage } from "../use-kept-page";
import { FieldBar } from "./field-bar";
import { FieldSetup } from "./field-setup";
import type { FieldView } from "./field-view";
import { HandoverForm } from "./handover-form";
import { fetchQrDetector } from "./qr-detector";
import { RecipientList } from "./recipient-list";
import { SyncScreen } from "./sync-screen";
import { TakeTrip } from "./take-trip";
import { TripCases } from "./trip-cases";
import { TripProblem } from "./trip-problem";
import { type FieldContent, useField, useFieldFlush, useOwnRecords } from "./use-field";
import { type OpenTrip, openTripOf, openVault } from "./vault";

/** The app of whoever goes along on a trip: one route, kept for work without network. */
export function FieldScreen() {
  const t = useTranslations("field");
  const content = useField();
  const isKept = useKeptPage(TRIP_PAGE, fetchQrDetector);
  const [open, setOpen] = useState<OpenTrip | null>(null);
  const zone = (open?.trip.zone ?? "WITA") as Zone;
  return (
    <div data-density="lapang" className="mx-auto flex min-h-dvh max-w-[640px] flex-col bg-canvas">
      <OfficeZoneProvider zone={zone}>
        {content ? (
          <FieldBody content={content} open={content.hasTrip ? open : null} onOpen={setOpen} />
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
      </OfficeZoneProvider>
    </div>
  );
}

interface BodyProps {
  content: FieldContent;
  open: OpenTrip | null;
  onOpen: (trip: OpenTrip | null) => void;
}

function FieldBody({ content, open, onOpen }: BodyProps) {
  const t = useTranslations("field");
  const [view, setViewNow] = useState<FieldView>({ at: "list" });
  // The finger is answered first; a list of hundreds is taken down and put up behind it.
  const setView = useCallback((next: FieldView) => startTransition(() => setViewNow(next)), []);
  const { device, records, photos, problems, problemPhotos, revoked } = content;
  const waits =
    records.some(({ state }) => state !== "review") || photos.some(({ reason }) => !reason);
  const { end, flush } = useFieldFlush(device, waits);
  const matters = useFlush(hasToSend(problems, problemPhotos), device?.deviceId ?? null);
  // Without a secure address the browser gives neither keys nor a service worker.
  if (!window.isSecureContext)
    return (
      <Notice tone="warn" className="m-4">
        {t("insecure")}
      </Notice>
    );
  const stopped = end === null || end === "sent" ? matters.end : end;
  const bar = <FieldBar content={content} end={stopped} onShow={() => setView({ at: "sync" })} />;
  return (
    <>
      <FieldHead open={open} device={device?.label ?? null} />
      {bar}
      {revoked ? (
        <Notice tone="bad" title={t("revoked.title")} live className="m-4">
          {t("revoked.text")}
        </Notice>
      ) : null}
      {view.at === "sync" ? (
        <SyncScreen
          content={content}
          open={open}
          onTryAgain={flush}
          onSendProblems={matters.flush}
          onClose={() => setView({ at: "list" })}
          onWiped={() => onOpen(null)}
        />
      ) : (
        <FieldWork {...{ content, open, onOpen, view, setView, flush }} onSaved={matters.flush} />
      )}
    </>
  );
}

function FieldHead({ open, device }: { open: OpenTrip | null; device: string | null }) {
  const t = useTranslations("field");
  return (
    <header className="border-b border-line bg-surface px-4 py-2.5">
      <h1 className="text-18 font-bold tracking-[-0.01em] break-words">
        {open?.trip.purpose ?? t("title")}
      </h1>
      <p className="text-14 text-text-2">
        {open
          ? open.trip.stops.map(({ villageName }) => villageName).join(" · ")
          : (device ?? t("lead"))}
      </p>
    </header>
  );
}

interface WorkProps extends BodyProps {
  view: FieldView;
  setView: (view: FieldView) => void;
  flush: () => void;
  /** A matter was written down. */
  onSaved: () => void;
}

/** The way in, then the list, then one handover. */
function FieldWork({ content, open, onOpen, view, setView, flush, onSaved }: WorkProps) {
  const t = useTranslations("field.pin");
  const own = useOwnRecords(open, content);
  const { device, hasTrip, revoked } = content;
  if (!device || revoked) return <FieldSetup isRevoked={revoked !== null} />;
  if (!hasTrip) return <TakeTrip device={device} onOpen={onOpen} />;
  if (!open)
    return (
      <PinGate
        title={t("title")}
        text={t("text")}
        open={openVault}
        onOpen={(opened) => onOpen(openTripOf(opened))}
      />
    );
  if (view.at === "handover") {
    const { lineId, correctsId } = view;
    return (
      <HandoverForm
        key={`${lineId} ${correctsId}`}
        {...{ device, open, lineId, correctsId }}
        onDone={() => {
          setView({ at: "list" });
          flush();
        }}
        onClose={() => setView({ at: "list" })}
      />
    );
  }
  if (view.at === "problem")
    return <TripProblem {...{ device, open, onSaved }} onClose={() => setView({ at: "list" })} />;
  if (view.at === "cases")
    return (
      <TripCases
        {...{ open, stopId: view.stopId }}
        onNote={() => setView({ at: "problem" })}
        onClose={() => setView({ at: "list" })}
      />
    );
  return <RecipientList {...{ content, open, own, setView }} />;
}
