"use client";

import { Button } from "@rembuk/ui/button";
import { Panel } from "@rembuk/ui/panel";
import { CircleDashed, MapPin } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import type { ShownStop, ShownTrip } from "./trip-data";

/** The villages in the order of the journey, each with the time and place that it set. */
export function TripStops({ trip, onSet }: { trip: ShownTrip; onSet: (stopId: string) => void }) {
  const t = useTranslations("trips.stops");
  const set = trip.stops.filter((stop) => stop.appointment).length;
  return (
    <Panel id="titik" flush title={t("title")} note={t("set", { set, stops: trip.stops.length })}>
      {trip.stops.length === 0 ? <p className="p-3 text-text-2">{t("none")}</p> : null}
      <ol className="divide-y divide-line">
        {trip.stops.map((stop, at) => (
          <li key={stop.id} className="flex flex-wrap items-start gap-x-3 gap-y-1.5 px-3 py-2.5">
            <span className="mt-0.5 w-5 text-right text-14 text-text-3 tabular-nums">{at + 1}</span>
            <StopBody stop={stop} zone={trip.zone} />
            {stop.maySet ? (
              <Button
                tone={stop.appointment ? "secondary" : "primary"}
                onClick={() => onSet(stop.id)}
                aria-label={t(stop.appointment ? "changeOf" : "setOf", { name: stop.villageName })}
              >
                {t(stop.appointment ? "change" : "setTime")}
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function StopBody({ stop, zone }: { stop: ShownStop; zone: ShownTrip["zone"] }) {
  const t = useTranslations("trips");
  const { longDateTime, shortDateTime } = useFormat(zone);
  const { appointment } = stop;
  return (
    <div className="min-w-0 flex-1 basis-52">
      <p className="text-14 font-semibold">{stop.villageName}</p>
      {appointment ? (
        <>
          <p className="flex items-start gap-1.5 text-14 break-words">
            <MapPin size={15} aria-hidden className="mt-0.5 text-brand" />
            <span className="min-w-0">
              {appointment.place}, {longDateTime(appointment.meetsAt)}
            </span>
          </p>
          <p className="text-12 text-text-2">
            {t(appointment.saidBy ? "stops.told" : "stops.own", {
              who: appointment.saidBy ?? "",
              how: t(`by.${appointment.by}`),
              when: shortDateTime(appointment.recordedAt),
            })}
          </p>
        </>
      ) : (
        <p className="flex items-center gap-1.5 text-14 text-text-2">
          <CircleDashed size={15} aria-hidden />
          {t("stops.waiting")}
        </p>
      )}
      {stop.arrivedAt ? (
        <p className="text-12 text-ok">
          {t("stops.arrived", { when: shortDateTime(stop.arrivedAt) })}
        </p>
      ) : null}
    </div>
  );
}
