"use client";

import { Button, ButtonLink } from "@rembuk/ui/button";
import { Notice } from "@rembuk/ui/notice";
import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPCClient } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import type { DeviceProfile } from "../device-database";
import { FIELD_PAGE } from "../kept-pages";
import { isNewPin, NewPinFields, noPin } from "../pin-fields";
import { isStorageFull } from "../storage-full";
import { closeCases, type OpenCases } from "./village-vault";

interface TakeCasesProps {
  device: DeviceProfile;
  onOpen: (open: OpenCases) => void;
}

/** With network: the village's open cases are brought onto this phone, under a PIN of six digits. */
export function TakeCases({ device, onOpen }: TakeCasesProps) {
  const t = useTranslations("offline.cases");
  const [isAsked, setAsked] = useState(false);
  return (
    <section className="flex flex-col gap-3 border-b border-line bg-surface px-4 py-4">
      <div>
        <h2 className="text-18 font-bold tracking-[-0.01em]">{t("title")}</h2>
        <p className="text-14 text-text-2">{t("takeText")}</p>
      </div>
      {isAsked ? (
        <TakeForm {...{ device, onOpen }} />
      ) : (
        <Button block icon={<Download size={18} aria-hidden />} onClick={() => setAsked(true)}>
          {t("takeOpen")}
        </Button>
      )}
    </section>
  );
}

function TakeForm({ device, onOpen }: TakeCasesProps) {
  const t = useTranslations("offline.cases");
  const sync = useTranslations("offline.sync");
  const wording = useErrorWording();
  const { devices } = useTRPCClient();
  const [pin, setPin] = useState(noPin);
  const [tried, setTried] = useState(false);
  const take = useMutation({
    mutationFn: async () => {
      const { deviceId } = device;
      const clientActionId = crypto.randomUUID();
      return closeCases(pin.pin, await devices.takeCases.mutate({ clientActionId, deviceId }));
    },
    onSuccess: onOpen,
  });
  const failure = take.isError && !isStorageFull(take.error) ? callFailure(take.error) : null;
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isNewPin(pin)) take.mutate();
  };
  return (
    <form noValidate onSubmit={send} className="flex flex-col gap-4">
      {take.isError ? (
        <Notice tone="bad" live>
          {failure ? wording(failure.code) : t("full")}
        </Notice>
      ) : null}
      {failure?.code === "UNAUTHENTICATED" ? (
        <ButtonLink href={`/masuk?ke=${FIELD_PAGE}`} block>
          {sync("signIn")}
        </ButtonLink>
      ) : null}
      <NewPinFields value={pin} tried={tried} onChange={setPin} />
      <Button
        type="submit"
        tone="primary"
        size="large"
        block
        icon={<Download size={20} aria-hidden />}
        pending={take.isPending}
        pendingLabel={t("taking")}
      >
        {t("take")}
      </Button>
    </form>
  );
}
