"use client";

import { postponeReasons } from "@rembuk/domain/trips/model";
import { Field } from "@rembuk/ui/field";
import { Select } from "@rembuk/ui/select";
import { Textarea } from "@rembuk/ui/textarea";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { fromWall, toWall } from "@/features/cases/actions/behalf-fields";
import { ActDialog } from "@/features/cases/referrals/act-dialog";
import type { useTRPCClient } from "@/lib/trpc";
import { type ToldEntry, ToldFields } from "./told-fields";
import type { ShownTrip, TripMove } from "./trip-data";
import { tripField } from "./trip-problems";
import { useTripAct } from "./use-trip-act";
import { useTripForm } from "./use-trip-form";

interface Entry extends ToldEntry {
  readonly reason: string;
  readonly cause: (typeof postponeReasons)[number];
  readonly stopId: string;
}

type Client = ReturnType<typeof useTRPCClient>["trips"];
type PlainMove = "approve" | "letter" | "depart" | "return" | "reconcile" | "replan";

/** Sends the step to its procedure. */
const send = (
  trips: Client,
  trip: ShownTrip,
  move: TripMove,
  entry: Entry,
  clientActionId: string,
) => {
  const ref = { clientActionId, tripId: trip.id, version: trip.version };
  const reason = entry.reason.trim();
  if (move === "cancel") return trips.cancel.mutate({ ...ref, reason });
  if (move === "postpone")
    return trips.postpone.mutate({ ...ref, reason: entry.cause, note: reason });
  if (move === "arrive") return trips.arrive.mutate({ ...ref, stopId: entry.stopId });
  if (move === "order") {
    const orderedAt = fromWall(entry.when, trip.zone) ?? new Date();
    const { who, by } = entry;
    return trips.order.mutate({ ...ref, orderedBy: who.trim(), by, reason, orderedAt });
  }
  return trips.move.mutate({ ...ref, move: move as PlainMove });
};

const wordy: readonly TripMove[] = ["cancel", "postpone", "order"];

const problemsOf = (trip: ShownTrip, move: TripMove, entry: Entry) => {
  const problems = new Map<string, string>();
  if (wordy.includes(move) && entry.reason.trim().length < 5) problems.set("reason", "reason");
  if (move === "order" && entry.who.trim().length < 2) problems.set("who", "who");
  if (move === "order" && fromWall(entry.when, trip.zone) === null) problems.set("when", "when");
  return problems;
};

/** A step of a trip: what follows from it, and the words that it needs. */
export function StepDialog({
  trip,
  move,
  onClose,
}: {
  trip: ShownTrip;
  move: TripMove;
  onClose: () => void;
}) {
  const t = useTranslations("trips");
  const [entry, setEntry] = useState<Entry>(() => ({
    ...{ reason: "", cause: "weather", who: "", by: "phone" },
    when: toWall(new Date(), trip.zone),
    stopId: trip.stops.find((stop) => !stop.arrivedAt)?.id ?? trip.stops[0]?.id ?? "",
  }));
  const act = useTripAct({
    run: (trips, clientActionId) => send(trips, trip, move, entry, clientActionId),
    done: t(`moves.${move}.done`),
    onDone: onClose,
  });
  const form = useTripForm(problemsOf(trip, move, entry), act.send);
  const change = (part: Partial<Entry>) => setEntry((before) => ({ ...before, ...part }));
  return (
    <ActDialog
      title={t(`moves.${move}.title`)}
      subject={trip.purpose}
      text={t(`moves.${move}.consequence`)}
      sendLabel={t(`moves.${move}.send`)}
      isSending={act.isSending}
      failure={act.failure}
      errors={form.errors}
      attempt={form.attempt}
      onSend={form.trySend}
      onClose={onClose}
    >
      <StepFields trip={trip} move={move} entry={entry} change={change} errorOf={form.errorOf} />
    </ActDialog>
  );
}

function StepFields({
  trip,
  move,
  entry,
  change,
  errorOf,
}: {
  trip: ShownTrip;
  move: TripMove;
  entry: Entry;
  change: (part: Partial<Entry>) => void;
  errorOf: (field: string) => string | undefined;
}) {
  const t = useTranslations("trips");
  return (
    <>
      {move === "arrive" ? (
        <Field id={tripField("stop")} label={t("fields.stop")}>
          <Select
            value={entry.stopId}
            options={trip.stops.map(({ id, villageName }) => ({ value: id, label: villageName }))}
            onChange={(event) => change({ stopId: event.target.value })}
          />
        </Field>
      ) : null}
      {move === "order" ? (
        <ToldFields whoLabel={t("fields.orderedBy")} {...{ entry, change, errorOf }} />
      ) : null}
      {move === "postpone" ? (
        <Field id={tripField("cause")} label={t("fields.cause")}>
          <Select
            value={entry.cause}
            options={postponeReasons.map((value) => ({ value, label: t(`postponed.${value}`) }))}
            onChange={(event) =>
              change({ cause: postponeReasons.find((one) => one === event.target.value) })
            }
          />
        </Field>
      ) : null}
      {wordy.includes(move) ? (
        <Field id={tripField("reason")} label={t("fields.reason")} error={errorOf("reason")}>
          <Textarea
            rows={3}
            maxLength={500}
            value={entry.reason}
            onChange={(event) => change({ reason: event.target.value })}
          />
        </Field>
      ) : null}
    </>
  );
}
