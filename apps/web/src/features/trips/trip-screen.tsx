"use client";

import { ButtonLink } from "@rembuk/ui/button";
import { KeyValueList } from "@rembuk/ui/key-value";
import { ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { NextSteps } from "@rembuk/ui/next-steps";
import { Notice } from "@rembuk/ui/notice";
import { PageHeader } from "@rembuk/ui/page-header";
import { Panel } from "@rembuk/ui/panel";
import { useQuery } from "@tanstack/react-query";
import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useFormat } from "@/components/office-zone";
import { dayOf } from "@/lib/format";
import { useRupiah } from "@/lib/rupiah";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { CountDialog } from "./count-dialog";
import { LoadDialog } from "./load-dialog";
import { OutreachPanel } from "./outreach-panel";
import { ReportPaper } from "./report-paper";
import { StepDialog } from "./step-dialog";
import { StopDialog } from "./stop-dialog";
import type { ShownTrip, TripMove } from "./trip-data";
import { tripDays } from "./trip-days";
import { TripGoods } from "./trip-goods";
import { TripManifest } from "./trip-manifest";
import { TripPaper } from "./trip-paper";
import { TripStatusChip } from "./trip-status";
import { TripStops } from "./trip-stops";

/** One trip: where it stands, what can be done next and why not, and everything that goes along. */
export function TripScreen({
  tripId,
  handovers,
}: {
  tripId: string;
  /** What was recorded at the doors; shown once the goods are in the car. */
  handovers: ReactNode;
}) {
  const t = useTranslations("trips");
  const wording = useErrorWording();
  const trip = useQuery(useTRPC().trips.show.queryOptions({ tripId }));
  if (trip.error)
    return (
      <ErrorState
        title={t("failedOne")}
        retryLabel={t("retry")}
        retrying={trip.isFetching}
        onRetry={() => void trip.refetch()}
      >
        {wording(callFailure(trip.error).code)}
      </ErrorState>
    );
  if (!trip.data) return <SkeletonRows label={t("loading")} slow={t("slow")} />;
  return <WholeTrip trip={trip.data} handovers={handovers} />;
}

/** The window that is open: a step, a stop whose time is set, or counting. */
type Open =
  | { readonly what: "step"; readonly move: TripMove }
  | { readonly what: "stop"; readonly stopId: string }
  | { readonly what: "count" };

const afterLoading: readonly string[] = ["departed", "on_site", "returned", "reconciled"];

function WholeTrip({ trip, handovers }: { trip: ShownTrip; handovers: ReactNode }) {
  const t = useTranslations("trips");
  const { longDate } = useFormat(trip.zone);
  const [open, setOpen] = useState<Open | null>(null);
  return (
    <div className="min-h-full bg-canvas">
      <PageHeader
        back={{ href: "/kunjungan", label: t("title") }}
        title={trip.purpose}
        beside={<TripStatusChip status={trip.status} />}
        actions={
          trip.mayChange ? (
            <ButtonLink
              href={`/kunjungan/${trip.id}/ubah`}
              size="small"
              icon={<Pencil size={14} aria-hidden />}
            >
              {t("plan.change")}
            </ButtonLink>
          ) : null
        }
        lead={tripDays(trip, longDate)}
      >
        {trip.orderNumber ? <TripPaper tripId={trip.id} /> : null}
        {trip.status === "returned" || trip.status === "reconciled" ? (
          <ReportPaper tripId={trip.id} />
        ) : null}
      </PageHeader>
      {/* On a phone: what can be done, then the villages and what goes along, then the record. */}
      <div className="grid gap-3.5 px-4 py-3.5 sm:px-7 lg:grid-cols-[minmax(0,1fr)_340px] lg:grid-rows-[auto_1fr]">
        <div className="flex min-w-0 flex-col gap-3.5 empty:hidden lg:col-start-2">
          <TripNotice trip={trip} />
          <TripSteps trip={trip} onStep={(move) => setOpen({ what: "step", move })} />
        </div>
        <div className="flex min-w-0 flex-col gap-3.5 lg:col-start-1 lg:row-span-2 lg:row-start-1">
          <TripStops trip={trip} onSet={(stopId) => setOpen({ what: "stop", stopId })} />
          {afterLoading.includes(trip.status) ? handovers : null}
          <TripManifest trip={trip} />
          <TripGoods trip={trip} onCount={() => setOpen({ what: "count" })} />
          <TripCompany trip={trip} />
          {trip.mayRecordOutreach === null ? null : (
            <OutreachPanel
              of={{ tripId: trip.id }}
              villages={
                trip.mayRecordOutreach
                  ? trip.stops.map((stop) => ({ code: stop.villageCode, name: stop.villageName }))
                  : []
              }
            />
          )}
        </div>
        <div className="min-w-0 lg:col-start-2">
          <TripFacts trip={trip} />
        </div>
      </div>
      {open ? <TripWindow trip={trip} open={open} onClose={() => setOpen(null)} /> : null}
    </div>
  );
}

function TripWindow({ trip, open, onClose }: { trip: ShownTrip; open: Open; onClose: () => void }) {
  if (open.what === "count") return <CountDialog trip={trip} onClose={onClose} />;
  if (open.what === "stop")
    return <StopDialog trip={trip} stopId={open.stopId} onClose={onClose} />;
  if (open.move === "load") return <LoadDialog trip={trip} onClose={onClose} />;
  return <StepDialog trip={trip} move={open.move} onClose={onClose} />;
}

/** What everybody must know before anything else. */
function TripNotice({ trip }: { trip: ShownTrip }) {
  const t = useTranslations("trips");
  const { shortDateTime } = useFormat(trip.zone);
  const { postponed, urgentOrder, orderNumber } = trip;
  if (postponed)
    return (
      <Notice tone="warn" title={t(`postponed.${postponed.reason}`)}>
        {postponed.note}
      </Notice>
    );
  if (trip.cancelReason)
    return (
      <Notice tone="info" title={t("status.cancelled")}>
        {trip.cancelReason}
      </Notice>
    );
  if (urgentOrder && orderNumber === null)
    return (
      <Notice tone="warn" title={t("urgent.title")}>
        {t("urgent.text", {
          who: urgentOrder.orderedBy,
          how: t(`by.${urgentOrder.by}`),
          when: shortDateTime(urgentOrder.orderedAt),
          reason: urgentOrder.reason,
        })}
      </Notice>
    );
  return null;
}

/** The way forward, in the order of the work; the rest is a menu's matter. */
function TripSteps({ trip, onStep }: { trip: ShownTrip; onStep: (move: TripMove) => void }) {
  const t = useTranslations("trips");
  if (trip.moves.length === 0) return null;
  const [main] = trip.moves.filter(({ obstacle }) => obstacle === null);
  return (
    <NextSteps
      title={t("next")}
      steps={trip.moves.map(({ move, obstacle }) => ({
        id: move,
        title: t(`moves.${move}.title`),
        consequence: t(`moves.${move}.consequence`),
        blocked: obstacle ? t(`obstacles.${obstacle}`) : undefined,
        main: move === main?.move && move !== "cancel" && move !== "postpone",
      }))}
      onStep={(id) => onStep(id as TripMove)}
    />
  );
}

function TripFacts({ trip }: { trip: ShownTrip }) {
  const t = useTranslations("trips");
  const { shortDate, shortDateTime } = useFormat(trip.zone);
  const rupiah = useRupiah();
  const { decree } = trip;
  const times = [
    ["departedAt", trip.departedAt],
    ["returnedAt", trip.returnedAt],
    ["reconciledAt", trip.reconciledAt],
  ] as const;
  return (
    <Panel id="dasar" title={t("facts.title")}>
      <KeyValueList
        entries={[
          {
            key: "decree",
            label: t("facts.decree"),
            value: decree
              ? `${decree.number} (${shortDate(dayOf(decree.startsOn))} – ${shortDate(dayOf(decree.endsOn))})`
              : t("facts.noDecree"),
          },
          {
            key: "letter",
            label: t("facts.letter"),
            value: trip.orderNumber ?? t("facts.noLetter"),
          },
          { key: "vehicle", label: t("facts.vehicle"), value: trip.vehicle || "–" },
          ...times.flatMap(([key, at]) =>
            at ? [{ key, label: t(`facts.${key}`), value: shortDateTime(at) }] : [],
          ),
          ...(trip.shares.length > 0
            ? [
                {
                  key: "costs",
                  label: t("facts.cost"),
                  value: (
                    <ul>
                      {trip.shares.map((share) => (
                        <li key={share.bearer}>
                          {t("facts.share", {
                            bearer: share.bearer,
                            amount: rupiah(share.amount),
                            percent: Math.round(share.share * 100),
                          })}
                        </li>
                      ))}
                    </ul>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Panel>
  );
}

/** Who goes along, and which services ride along. */
function TripCompany({ trip }: { trip: ShownTrip }) {
  const t = useTranslations("trips");
  return (
    <div className="grid gap-3.5 sm:grid-cols-2">
      <Panel id="tim" title={t("crew.title")} note={t("crew.count", { count: trip.crew.length })}>
        <ul className="flex flex-col gap-1.5 text-14">
          {trip.crew.map((member) => (
            <li key={member.id} className="break-words">
              <b className="font-semibold">{member.name}</b>{" "}
              <span className="text-text-2">
                {member.position} · {t(`crew.duty.${member.duty}`)}
              </span>
            </li>
          ))}
        </ul>
        {trip.crew.length === 0 ? <p className="text-text-2">{t("crew.none")}</p> : null}
      </Panel>
      <Panel id="ikut" title={t("activities.title")} note={t("activities.note")}>
        <ul className="flex flex-col gap-1.5 text-14">
          {trip.activities.map((one) => (
            <li key={one.id} className="break-words">
              <b className="font-semibold">{one.name}</b>{" "}
              <span className="text-text-2 tabular-nums">
                {one.served === null
                  ? t("activities.expected", { count: one.expected })
                  : t("activities.served", { served: one.served, expected: one.expected })}
              </span>
            </li>
          ))}
        </ul>
        {trip.activities.length === 0 ? (
          <p className="text-text-2">{t("activities.none")}</p>
        ) : null}
      </Panel>
    </div>
  );
}
