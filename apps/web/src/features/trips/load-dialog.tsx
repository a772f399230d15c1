"use client";

import { loadingOrder, neededOf } from "@rembuk/domain/trips/reconciliation";
import { Field } from "@rembuk/ui/field";
import { TextInput } from "@rembuk/ui/text-input";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActDialog } from "@/features/cases/referrals/act-dialog";
import { useTRPC } from "@/lib/trpc";
import type { ShownTrip } from "./trip-data";
import { tripField } from "./trip-problems";
import { useTripAct } from "./use-trip-act";
import { useTripForm } from "./use-trip-form";
import { wholeNumber } from "./whole-number";

/** Units of each goods that the trip's manifest asks for. */
const useNeeded = (tripId: string): ReadonlyMap<string, number> => {
  const manifest = useQuery(useTRPC().trips.manifest.queryOptions({ tripId }));
  return neededOf(manifest.data?.lines ?? []);
};

/** What goes into the car, of each receipt: at most what the store received, at least what its recipients need. */
export function LoadDialog({ trip, onClose }: { trip: ShownTrip; onClose: () => void }) {
  const t = useTranslations("trips");
  const [counts, setCounts] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(trip.goods.map((item) => [item.id, String(item.received)])),
  );
  const needed = useNeeded(trip.id);
  const problems = new Map(
    trip.goods
      .filter(({ id, received }) => {
        const loaded = wholeNumber(counts[id] ?? "");
        return loaded === null || loaded > received || loaded < (needed.get(id) ?? 0);
      })
      .map(({ id }) => [id, needed.has(id) ? "needed" : "loaded"] as const),
  );
  const act = useTripAct({
    run: (trips, clientActionId) =>
      trips.load.mutate({
        ...{ clientActionId, tripId: trip.id, version: trip.version },
        goods: trip.goods.map(({ id }) => ({ id, loaded: wholeNumber(counts[id] ?? "") ?? 0 })),
      }),
    done: t("moves.load.done"),
    onDone: onClose,
  });
  const form = useTripForm(problems, act.send);
  const order = loadingOrder(trip.stops).map((stop) => stop.villageName);
  return (
    <ActDialog
      title={t("moves.load.title")}
      subject={trip.purpose}
      text={order.length > 1 ? t("load.order", { order: order.join(", ") }) : t("load.text")}
      sendLabel={t("moves.load.send")}
      isSending={act.isSending}
      failure={act.failure}
      errors={form.errors}
      attempt={form.attempt}
      onSend={form.trySend}
      onClose={onClose}
    >
      {trip.goods.length === 0 ? <p className="text-14">{t("load.nothing")}</p> : null}
      {trip.goods.map((item) => (
        <Field
          key={item.id}
          id={tripField(item.id)}
          label={t("load.of", { name: item.name, unit: item.unit })}
          hint={
            needed.has(item.id)
              ? t("load.needed", { count: needed.get(item.id) ?? 0, received: item.received })
              : t("load.received", { count: item.received })
          }
          error={form.errorOf(item.id)}
          className="max-w-72"
        >
          <TextInput
            inputMode="numeric"
            value={counts[item.id] ?? ""}
            onChange={(event) => setCounts({ ...counts, [item.id]: event.target.value })}
          />
        </Field>
      ))}
    </ActDialog>
  );
}
