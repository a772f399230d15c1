"use client";

import { Field } from "@rembuk/ui/field";
import { Select } from "@rembuk/ui/select";
import { TextInput } from "@rembuk/ui/text-input";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { fromWall, toWall } from "@/features/cases/actions/behalf-fields";
import { ActDialog } from "@/features/cases/referrals/act-dialog";
import type { ShownTrip } from "@/features/trips/trip-data";
import { useTRPC } from "@/lib/trpc";
import type { TripHandovers } from "./handover-data";
import { emptyRow, keyedRowOf, type RowEntry, rowProblem } from "./key-sheet-entry";
import { KeySheetRow } from "./key-sheet-row";
import { SheetPhoto } from "./sheet-photo";
import { useHandoverAct } from "./use-handover-act";

/** The filled paper of one stop: its photograph, and what is marked in each row. */
export function KeySheetDialog({
  trip,
  items,
  onClose,
}: {
  trip: ShownTrip;
  items: TripHandovers["items"];
  onClose: () => void;
}) {
  const t = useTranslations("handovers.keySheet");
  const outcomes = useTranslations("field.outcome");
  const manifest = useQuery(useTRPC().trips.manifest.queryOptions({ tripId: trip.id }));
  const [stopId, setStopId] = useState(trip.stops[0]?.id ?? "");
  const [when, setWhen] = useState(() => toWall(new Date(), trip.zone));
  const [witness, setWitness] = useState("");
  const [photo, setPhoto] = useState<string | null>(null);
  const [rows, setRows] = useState<ReadonlyMap<string, RowEntry>>(new Map());
  const [attempt, setAttempt] = useState(0);
  const lines = manifest.data?.lines.filter((line) => line.stopId === stopId) ?? [];
  const of = (lineId: string) => rows.get(lineId) ?? emptyRow;
  const keyed = lines.flatMap(({ id, quantity }) => keyedRowOf(id, of(id), quantity) ?? []);
  const happenedAt = fromWall(when, trip.zone);
  const isBad = lines.some(({ id, quantity }) => rowProblem(of(id), quantity) !== null);
  const tried = attempt > 0;
  const missing = {
    when: happenedAt === null || happenedAt > new Date() ? t("whenMissing") : undefined,
    photo: photo === null ? t("photoMissing") : undefined,
    rows: keyed.length === 0 ? t("rowsMissing") : isBad ? t("rowsWrong") : undefined,
  };
  const act = useHandoverAct({
    run: (handovers, clientActionId) =>
      handovers.keySheet.mutate({
        ...{ clientActionId, tripId: trip.id, stopId, rows: keyed, photo: photo ?? "" },
        happenedAt: happenedAt ?? new Date(),
        witness: witness.trim().length > 1 ? { name: witness.trim(), position: "" } : null,
      }),
    done: t("done"),
    onDone: onClose,
  });
  const standing = (lineId: string) =>
    items.find((one) => one.lineId === lineId && one.state !== "set_aside");
  return (
    <ActDialog
      title={t("title")}
      subject={trip.purpose}
      text={t("text")}
      sendLabel={t("send")}
      size="large"
      isSending={act.isSending}
      failure={act.failure}
      errors={Object.entries(missing).flatMap(([field, message]) =>
        tried && message ? [{ fieldId: `lembar-${field}`, message }] : [],
      )}
      attempt={attempt}
      onSend={() => {
        setAttempt(attempt + 1);
        if (Object.values(missing).every((one) => one === undefined)) act.send();
      }}
      onClose={onClose}
    >
      <div className="grid gap-3 sm:grid-cols-3">
        <Field label={t("stop")}>
          <Select
            value={stopId}
            options={trip.stops.map(({ id, villageName }) => ({ value: id, label: villageName }))}
            onChange={(event) => setStopId(event.target.value)}
          />
        </Field>
        <Field label={t("when")} id="lembar-when" error={tried ? missing.when : undefined}>
          <TextInput
            type="datetime-local"
            value={when}
            onChange={(event) => setWhen(event.target.value)}
          />
        </Field>
        <Field label={t("witness")} optional={t("optional")}>
          <TextInput
            value={witness}
            maxLength={120}
            autoComplete="off"
            onChange={(event) => setWitness(event.target.value)}
          />
        </Field>
      </div>
      <SheetPhoto
        id="lembar-photo"
        photo={photo}
        onPhoto={setPhoto}
        error={tried ? missing.photo : undefined}
      />
      <section id="lembar-rows" tabIndex={-1} aria-label={t("rows")}>
        {tried && missing.rows ? (
          <p className="text-13 font-semibold text-bad">{missing.rows}</p>
        ) : null}
        <ul className="divide-y divide-line rounded-r2 border border-line">
          {lines.map((line) => {
            const known = standing(line.id);
            return (
              <KeySheetRow
                key={line.id}
                {...{ line, tried, entry: of(line.id) }}
                known={known ? outcomes(known.outcome) : null}
                change={(part) => setRows(new Map(rows).set(line.id, { ...of(line.id), ...part }))}
              />
            );
          })}
        </ul>
      </section>
    </ActDialog>
  );
}
