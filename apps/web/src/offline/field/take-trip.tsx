"use client";

import { Button, ButtonLink } from "@rembuk/ui/button";
import { Notice } from "@rembuk/ui/notice";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useFormat } from "@/components/office-zone";
import { dayOf } from "@/lib/format";
import { useTRPC, useTRPCClient } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { TRIP_PAGE } from "../kept-pages";
import { isNewPin, NewPinFields, noPin } from "../pin-fields";
import { isStorageFull } from "../storage-full";
import type { FieldDevice } from "./field-database";
import { closeVault, type OpenTrip } from "./vault";

const takenAlong: readonly string[] = ["loaded", "departed", "on_site", "returned"];

/** With network: one trip is brought onto this phone, under a PIN of six digits. */
export function TakeTrip({
  device,
  onOpen,
}: {
  device: FieldDevice;
  onOpen: (trip: OpenTrip) => void;
}) {
  const t = useTranslations("field.take");
  const found = useQuery(useTRPC().trips.list.queryOptions({ scope: "running", limit: 50 }));
  const trips = found.data?.items.filter(({ status }) => takenAlong.includes(status));
  return (
    <section className="flex flex-col gap-4 bg-surface px-4 py-4">
      <div>
        <h2 className="text-18 font-bold tracking-[-0.01em]">{t("title")}</h2>
        <p className="text-15 text-text-2">{t("text")}</p>
      </div>
      {found.isError ? (
        <>
          <Notice tone="warn">{t("needsNetwork")}</Notice>
          <ButtonLink href={`/masuk?ke=${TRIP_PAGE}`} block>
            {t("signIn")}
          </ButtonLink>
        </>
      ) : null}
      {found.isPending ? <p role="status">{t("looking")}</p> : null}
      {trips?.length === 0 ? <Notice tone="info">{t("none")}</Notice> : null}
      {trips && trips.length > 0 ? <TakeForm {...{ trips, device, onOpen }} /> : null}
    </section>
  );
}

interface TakeFormProps {
  trips: readonly {
    readonly id: string;
    readonly purpose: string;
    readonly startsOn: string;
    readonly stops: readonly { readonly villageName: string }[];
  }[];
  device: FieldDevice;
  onOpen: (trip: OpenTrip) => void;
}

function TakeForm({ trips, device, onOpen }: TakeFormProps) {
  const t = useTranslations("field.take");
  const wording = useErrorWording();
  const { handovers } = useTRPCClient();
  const { shortDate } = useFormat();
  const [tripId, setTripId] = useState(trips.length === 1 ? (trips[0]?.id ?? "") : "");
  const [pin, setPin] = useState(noPin);
  const [tried, setTried] = useState(false);
  const take = useMutation({
    mutationFn: async () => {
      const clientActionId = crypto.randomUUID();
      const { deviceId } = device;
      return closeVault(pin.pin, await handovers.take.mutate({ clientActionId, tripId, deviceId }));
    },
    onSuccess: onOpen,
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (tripId && isNewPin(pin)) take.mutate();
  };
  return (
    <form noValidate onSubmit={send} className="flex flex-col gap-4">
      {take.isError ? (
        <Notice tone="bad" live>
          {isStorageFull(take.error) ? t("full") : wording(callFailure(take.error).code)}
        </Notice>
      ) : null}
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1.5 text-control font-semibold">{t("which")}</legend>
        {tried && !tripId ? (
          <p className="text-14 font-semibold text-bad">{t("whichMissing")}</p>
        ) : null}
        {trips.map(({ id, purpose, startsOn, stops }) => (
          <label
            key={id}
            className="flex min-h-14 items-center gap-3 rounded-r2 border border-line-control px-3 py-2 has-checked:border-brand has-checked:bg-brand-soft"
          >
            <input
              type="radio"
              name="trip"
              checked={tripId === id}
              onChange={() => setTripId(id)}
              className="size-5 flex-none accent-brand"
            />
            <span className="min-w-0">
              <b className="block font-semibold break-words">{purpose}</b>
              <span className="text-14 text-text-2">
                {shortDate(dayOf(startsOn))} · {stops.map((stop) => stop.villageName).join(", ")}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <NewPinFields value={pin} tried={tried} onChange={setPin} />
      <Button
        type="submit"
        tone="primary"
        size="large"
        block
        icon={<Download size={20} aria-hidden />}
        pending={take.isPending}
        pendingLabel={t("sending")}
      >
        {t("send")}
      </Button>
    </form>
  );
}
