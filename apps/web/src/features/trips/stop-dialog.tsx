"use client";

import { Field } from "@rembuk/ui/field";
import { TextInput } from "@rembuk/ui/text-input";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { fromWall, toWall } from "@/features/cases/actions/behalf-fields";
import { ActDialog } from "@/features/cases/referrals/act-dialog";
import { useTRPC } from "@/lib/trpc";
import { type ToldEntry, ToldFields } from "./told-fields";
import type { ShownTrip } from "./trip-data";
import { tripField } from "./trip-problems";
import { useTripAct } from "./use-trip-act";
import { useTripForm } from "./use-trip-form";

type Zone = ShownTrip["zone"];

interface Entry extends ToldEntry {
  readonly place: string;
  readonly meetsAt: string;
}

const problemsOf = (entry: Entry, zone: Zone, isOwn: boolean | null) => {
  const problems = new Map<string, string>();
  if (entry.place.trim().length < 3) problems.set("place", "place");
  if (fromWall(entry.meetsAt, zone) === null) problems.set("meetsAt", "when");
  if (!isOwn && entry.who.trim().length < 2) problems.set("who", "who");
  if (!isOwn && fromWall(entry.when, zone) === null) problems.set("when", "when");
  return problems;
};

/** Is the reader of the village itself? Then nobody else has said it. Null: not known yet. */
const useIsOfVillage = (): boolean | null => {
  const me = useQuery(useTRPC().session.me.queryOptions());
  return me.data ? me.data.places.some(({ areaCode }) => areaCode.length === 13) : null;
};

/** When and where the team meets one village: its own word, or an officer's record of it. */
export function StopDialog({
  trip,
  stopId,
  onClose,
}: {
  trip: ShownTrip;
  stopId: string;
  onClose: () => void;
}) {
  const t = useTranslations("trips");
  const zone = trip.zone;
  const stop = trip.stops.find(({ id }) => id === stopId);
  const isOwn = useIsOfVillage();
  const [entry, setEntry] = useState<Entry>(() => ({
    place: stop?.appointment?.place ?? "",
    meetsAt: stop?.appointment ? toWall(stop.appointment.meetsAt, zone) : `${trip.startsOn}T09:00`,
    ...{ who: "", by: "phone", when: toWall(new Date(), zone) },
  }));
  const act = useTripAct({
    run: (trips, clientActionId) =>
      trips.setStop.mutate({
        ...{ clientActionId, tripId: trip.id, version: trip.version, stopId },
        place: entry.place.trim(),
        meetsAt: fromWall(entry.meetsAt, zone) ?? new Date(),
        said: isOwn
          ? null
          : {
              ...{ by: entry.by, name: entry.who.trim() },
              at: fromWall(entry.when, zone) ?? new Date(),
            },
      }),
    done: t("stops.done", { name: stop?.villageName ?? "" }),
    onDone: onClose,
  });
  const form = useTripForm(problemsOf(entry, zone, isOwn), act.send);
  const change = (part: Partial<Entry>) => setEntry((before) => ({ ...before, ...part }));
  return (
    <ActDialog
      title={t("stops.dialog", { name: stop?.villageName ?? "" })}
      subject={trip.purpose}
      text={t(isOwn ? "stops.ownText" : "stops.toldText")}
      sendLabel={t("stops.send")}
      // What must be told depends on whose word it is: nothing is sent before that is known.
      isSending={act.isSending || isOwn === null}
      failure={act.failure}
      errors={form.errors}
      attempt={form.attempt}
      onSend={form.trySend}
      onClose={onClose}
    >
      <Field id={tripField("place")} label={t("fields.place")} error={form.errorOf("place")}>
        <TextInput
          value={entry.place}
          maxLength={200}
          onChange={(event) => change({ place: event.target.value })}
        />
      </Field>
      <Field
        id={tripField("meetsAt")}
        label={t("fields.meetsAt")}
        hint={t("fields.zone", { zone })}
        error={form.errorOf("meetsAt")}
        className="max-w-60"
      >
        <TextInput
          type="datetime-local"
          value={entry.meetsAt}
          onChange={(event) => change({ meetsAt: event.target.value })}
        />
      </Field>
      {isOwn === false ? (
        <ToldFields
          whoLabel={t("fields.saidBy")}
          entry={entry}
          change={change}
          errorOf={form.errorOf}
        />
      ) : null}
    </ActDialog>
  );
}
