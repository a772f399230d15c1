"use client";

import { Chip } from "@rembuk/ui/chip";
import { Panel } from "@rembuk/ui/panel";
import { Siren } from "lucide-react";
import { useTranslations } from "next-intl";

const NUMBERS = ["112", "119", "110", "129"] as const;

/** Numbers to call before anything is recorded; first and loud when the matter is an emergency. */
export function EmergencyNumbers({
  isEmergency,
  hours,
}: {
  isEmergency: boolean;
  /** Hours to the first response of an emergency. */
  hours: number | null;
}) {
  const t = useTranslations("intake.urgent");
  return (
    <Panel
      id="nomor-darurat"
      title={t("title")}
      icon={<Siren size={16} aria-hidden className="text-bad" />}
      tone={isEmergency ? "bad" : "plain"}
      actions={
        isEmergency ? (
          <Chip tone="bad" icon={<Siren size={12} aria-hidden />}>
            {t("first")}
          </Chip>
        ) : null
      }
    >
      {isEmergency && hours !== null ? (
        <p role="status" className="mb-2 text-control font-semibold">
          {t("hours", { hours })}
        </p>
      ) : null}
      <ul className="flex flex-col gap-0.5 text-control">
        {NUMBERS.map((number) => (
          <NumberRow key={number} number={number} words={t(number)} />
        ))}
        <li className="flex gap-2">
          <span className="w-12 flex-none font-mono font-bold">BPBD</span>
          <span className="text-text-2">
            {t("bpbd")}, {t("bpbdNumber")}
          </span>
        </li>
      </ul>
    </Panel>
  );
}

function NumberRow({ number, words }: { number: string; words: string }) {
  return (
    <li className="flex gap-2">
      <a
        href={`tel:${number}`}
        className="inline-flex min-h-(--target-min) w-12 flex-none items-center font-mono font-bold text-brand underline underline-offset-2"
      >
        {number}
      </a>
      <span className="self-center text-text-2">{words}</span>
    </li>
  );
}
