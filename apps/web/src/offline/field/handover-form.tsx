"use client";

import { handoverOutcomes } from "@rembuk/domain/aid/entitling";
import { handsOver } from "@rembuk/domain/handovers/model";
import { Button } from "@rembuk/ui/button";
import { Field } from "@rembuk/ui/field";
import { IconButton } from "@rembuk/ui/icon-button";
import { Notice } from "@rembuk/ui/notice";
import { Select } from "@rembuk/ui/select";
import { TextInput } from "@rembuk/ui/text-input";
import { Info, Smartphone, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useState } from "react";
import { isStorageFull } from "../storage-full";
import type { FieldDevice } from "./field-database";
import { captureHandover } from "./field-outbox";
import {
  draftKey,
  emptyEntry,
  type HandoverEntry,
  type HandoverField,
  type PackagedLine,
  readHandover,
} from "./handover-entry";
import { NewcomerFields, NikField } from "./person-fields";
import { ProofFields } from "./proof-fields";
import { ReceiverFields, WitnessFields } from "./receiver-fields";
import { useDraft } from "./use-draft";
import { usePlace } from "./use-place";
import { matchesNik, type OpenTrip } from "./vault";

interface FormProps {
  device: FieldDevice;
  open: OpenTrip;
  /** Null: somebody who stands on no line. */
  lineId: string | null;
  /** Of a line that has a record already: what is saved now puts that one right. */
  correctsId: string | null;
  onDone: () => void;
  onClose: () => void;
}

/** One handover. Saved, it is sealed and can no longer be changed, only put right by another. */
export function HandoverForm({ device, open, lineId, correctsId, onDone, onClose }: FormProps) {
  const t = useTranslations("field.form");
  const { trip, key } = open;
  const line = trip.lines.find(({ id }) => id === lineId) ?? null;
  const draftName = correctsId ? null : draftKey(line);
  const { entry, change, isFull } = useDraft(
    key,
    draftName,
    emptyEntry(trip, line, trip.stops[0]?.id ?? ""),
  );
  const [problems, setProblems] = useState<readonly HandoverField[]>([]);
  const [failed, setFailed] = useState<"failed" | "full" | null>(null);
  const [saving, setSaving] = useState(false);
  // Whoever was far down the list begins at the top of the form.
  useEffect(() => {
    // Without its answer: newer browsers give a promise, which is no clean-up.
    window.scrollTo(0, 0);
  }, []);
  const place = usePlace();
  const { search } = place;
  const isRead = entry !== null;
  // A place that is known at once waits for the draft to be read.
  useEffect(() => {
    if (isRead && search.state === "found") change({ place: search.place });
  }, [isRead, search, change]);
  const nikMatches = useNikMatch(open, line, entry?.nik ?? "");
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!entry || saving) return;
    const read = readHandover(entry, { trip, line, correctsId, nikMatches });
    setProblems("problems" in read ? read.problems : []);
    if ("problems" in read) return focusFirstWrong(event.currentTarget as HTMLFormElement);
    setSaving(true);
    try {
      await captureHandover(device, key, read.captured);
      onDone();
    } catch (error) {
      setFailed(isStorageFull(error) ? "full" : "failed");
      setSaving(false);
    }
  };
  const errorOf = (field: HandoverField) =>
    problems.includes(field) ? t(`problems.${field}`) : undefined;
  return (
    <form noValidate onSubmit={save} className="flex flex-1 flex-col bg-surface">
      <FormHead {...{ trip, line }} isCorrection={correctsId !== null} onClose={onClose} />
      {entry ? (
        <div className="flex flex-1 flex-col gap-4 px-4 py-4">
          {failed || isFull ? (
            <Notice tone="bad" live>
              {t(failed ?? "full")}
            </Notice>
          ) : null}
          <EntryFields
            {...{ entry, change, errorOf, trip, line, nikMatches, place }}
            isCorrection={correctsId !== null}
          />
          <p className="flex gap-2 text-14 text-text-2">
            <Info size={18} aria-hidden className="flex-none" />
            {t("final")}
          </p>
        </div>
      ) : null}
      <div className="sticky bottom-0 border-t border-line bg-surface px-4 py-3">
        {problems.length > 0 ? (
          <p role="alert" className="mb-2 text-14 font-semibold text-bad">
            {t("incomplete")}
          </p>
        ) : null}
        <Button
          type="submit"
          tone="primary"
          size="large"
          block
          icon={<Smartphone size={20} aria-hidden />}
          pending={saving}
          pendingLabel={t("saving")}
        >
          {t("save")}
        </Button>
      </div>
    </form>
  );
}

/** Once it is drawn: the hand goes where something is missing. */
const focusFirstWrong = (form: HTMLFormElement): void => {
  requestAnimationFrame(() =>
    form.querySelector<HTMLElement>('[aria-invalid="true"], [data-wrong]')?.focus(),
  );
};

/** Whether the typed NIK is the line's; null while none is whole. */
function useNikMatch(open: OpenTrip, line: PackagedLine | null, typed: string): boolean | null {
  const [matches, setMatches] = useState<boolean | null>(null);
  const nik = typed.replace(/[\s.-]/g, "");
  const hash = line?.nikHash ?? null;
  useEffect(() => {
    let gone = false;
    setMatches(null);
    if (/^\d{16}$/.test(nik) && hash)
      void matchesNik(open.trip, nik, hash).then((same) => gone || setMatches(same));
    return () => {
      gone = true;
    };
  }, [open, nik, hash]);
  return matches;
}

function FormHead({
  trip,
  line,
  isCorrection,
  onClose,
}: {
  trip: OpenTrip["trip"];
  line: PackagedLine | null;
  isCorrection: boolean;
  onClose: () => void;
}) {
  const t = useTranslations("field.form");
  const goods = trip.goods.find(({ id }) => id === line?.goodsId);
  const stop = trip.stops.find(({ id }) => id === line?.stopId);
  return (
    <div className="border-b border-line bg-brand-soft px-4 py-3">
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <h2 className="text-18 font-bold tracking-[-0.01em] break-words">
            {line?.name ?? t("newcomer")}
          </h2>
          {line ? (
            <p className="text-14 text-text-2">
              <span className="font-mono">{line.maskedNik ?? line.provisionalCode}</span> ·{" "}
              {stop?.villageName}
            </p>
          ) : null}
          {line && goods ? (
            <p className="mt-1 text-15 font-semibold">
              {goods.name}, {line.quantity} {goods.unit} ·{" "}
              <span className="font-normal text-text-2">{line.programName}</span>
            </p>
          ) : null}
        </div>
        <IconButton label={t("close")} icon={<X size={20} aria-hidden />} onClick={onClose} />
      </div>
      {isCorrection ? (
        <p className="mt-2 text-14 font-semibold text-warn">{t("correction")}</p>
      ) : null}
    </div>
  );
}

interface EntryProps {
  entry: HandoverEntry;
  change: (part: Partial<HandoverEntry>) => void;
  errorOf: (field: HandoverField) => string | undefined;
  trip: OpenTrip["trip"];
  line: PackagedLine | null;
  nikMatches: boolean | null;
  place: ReturnType<typeof usePlace>;
  isCorrection: boolean;
}

function EntryFields({ entry, change, errorOf, trip, line, isCorrection, ...rest }: EntryProps) {
  const t = useTranslations("field.form");
  const words = useTranslations("field.outcome");
  const offered = isCorrection ? ([...handoverOutcomes, "void"] as const) : handoverOutcomes;
  const gives = handsOver(entry.outcome);
  return (
    <>
      {line ? null : <NewcomerFields {...{ entry, change, errorOf, trip }} />}
      <Field label={t("outcome")}>
        <Select
          value={entry.outcome}
          options={offered.map((value) => ({ value, label: words(value) }))}
          onChange={(event) => {
            const outcome = offered.find((one) => one === event.target.value) ?? "delivered";
            const quantity =
              outcome === "delivered" && line ? String(line.quantity) : entry.quantity;
            change({ outcome, quantity });
          }}
        />
      </Field>
      {gives && (line === null || entry.outcome === "partial") ? (
        <Field label={t("quantity")} error={errorOf("quantity")}>
          <TextInput
            inputMode="numeric"
            value={entry.quantity}
            onChange={(event) => change({ quantity: event.target.value })}
            autoComplete="off"
            maxLength={7}
          />
        </Field>
      ) : null}
      {gives ? <ReceiverFields {...{ entry, change, errorOf }} /> : null}
      {gives && line?.nikHash ? (
        <NikField {...{ entry, change, errorOf }} matches={rest.nikMatches} />
      ) : null}
      {entry.outcome === "void" ? null : (
        <ProofFields {...{ entry, change }} place={rest.place} error={errorOf("proof")} />
      )}
      <WitnessFields {...{ entry, change }} />
    </>
  );
}
