"use client";

import { fillWords } from "@rembuk/domain/cases/placeholders";
import { isToldSince } from "@rembuk/domain/cases/relaying";
import { Button } from "@rembuk/ui/button";
import { buttonLook } from "@rembuk/ui/button-look";
import { Panel } from "@rembuk/ui/panel";
import { MessageCircle, UserCheck } from "lucide-react";
import dynamic from "next/dynamic";
import { useLocale, useTranslations } from "next-intl";
import { useState, useSyncExternalStore } from "react";
import { useFormat } from "@/components/office-zone";
import type { CaseDetail } from "../case-data";
import { whatsappHref } from "./relay-text";

// Its windows come when they are wanted.
const RelayForm = dynamic(() => import("./relay-form").then((window) => window.RelayForm), {
  ssr: false,
});

const noChange = () => () => undefined;
/** Where this installation is reached; nothing while the server renders. */
const useOrigin = () =>
  useSyncExternalStore(
    noChange,
    () => window.location.origin,
    () => "",
  );

/** Whether the citizen was told, a text to tell them with, and the record of it. */
export function CaseRelay({ kase, readerName }: { kase: CaseDetail; readerName: string }) {
  const t = useTranslations("case.relay");
  const status = useTranslations("case.status");
  const origin = useOrigin();
  const locale = useLocale();
  const [isOpen, setOpen] = useState(false);
  if (!kase.mayRelay) return null;
  const text = fillWords(kase.relayTexts[locale === "en" ? "en" : "id"], {
    nomor: kase.number,
    status: status(kase.status),
    tautan: `${origin}/lacak`,
    kecamatan: kase.office?.name ?? "",
  });
  return (
    <Panel id="kabari-warga" title={t("title")}>
      <div className="flex flex-col gap-2.5 p-3">
        <RelayState kase={kase} />
        <div className="flex flex-wrap gap-2">
          <Button
            size="small"
            icon={<UserCheck size={14} aria-hidden />}
            onClick={() => setOpen(true)}
          >
            {t("record")}
          </Button>
          <a
            href={whatsappHref(text)}
            target="_blank"
            rel="noopener noreferrer"
            className={buttonLook("secondary", "small")}
          >
            <MessageCircle size={14} aria-hidden />
            {t("whatsapp")}
          </a>
        </div>
        <p className="text-meta text-text-2">{t("whatsappHint")}</p>
      </div>
      {isOpen ? (
        <RelayForm kase={kase} readerName={readerName} onClose={() => setOpen(false)} />
      ) : null}
    </Panel>
  );
}

/** The last time they were told, or that they were not. */
function RelayState({ kase }: { kase: CaseDetail }) {
  const t = useTranslations("case.relay");
  const { shortDateTime } = useFormat(kase.calendar.zone);
  const since = kase.resolvedAt;
  const isMissed = kase.status === "resolved" && since !== null && !isToldSince(kase.relays, since);
  return (
    <>
      {isMissed ? <p className="text-control font-semibold text-warn">{t("missed")}</p> : null}
      {kase.relays.length === 0 ? (
        <p className="text-meta text-text-2">{isMissed ? t("intro") : t("none")}</p>
      ) : (
        <ul className="flex flex-col gap-1 text-control">
          {kase.relays.slice(0, 3).map((relay) => (
            <li key={relay.id}>
              {t("last", {
                who: relay.toldBy,
                how: t(`ways.${relay.how}`),
                when: shortDateTime(relay.toldAt),
              })}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
