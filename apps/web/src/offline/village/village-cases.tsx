"use client";

import { Button } from "@rembuk/ui/button";
import { Notice } from "@rembuk/ui/notice";
import { RefreshCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { useFormat } from "@/components/office-zone";
import { useOnline } from "@/features/village/use-online";
import type { DeviceProfile } from "../device-database";
import type { FlushEnd } from "../outbox";
import { PinGate } from "../pin-gate";
import type { DeviceContent } from "../use-device";
import { actStates } from "./act-states";
import { CaseCard } from "./case-card";
import { TakeCases } from "./take-cases";
import { useRenewal } from "./use-renewal";
import { type OpenCases, openCases } from "./village-vault";

interface PanelProps {
  device: DeviceProfile;
  content: DeviceContent;
  /** How the last sending ended. */
  end: FlushEnd | null;
  onSaved: () => void;
}

/** The village's open cases on its phone: brought along under a PIN, read and answered without network. */
export function VillageCasesPanel({ device, content, end, onSaved }: PanelProps) {
  const t = useTranslations("offline.cases");
  const [open, setOpen] = useState<OpenCases | null>(null);
  if (!content.hasCases) return <TakeCases device={device} onOpen={setOpen} />;
  if (!open)
    return <PinGate title={t("locked")} text={t("lockedText")} open={openCases} onOpen={setOpen} />;
  return <CaseList {...{ device, content, end, onSaved, open }} onRenewed={setOpen} />;
}

interface ListProps extends PanelProps {
  open: OpenCases;
  onRenewed: (open: OpenCases | null) => void;
}

function CaseList({ device, content, end, onSaved, open, onRenewed }: ListProps) {
  const t = useTranslations("offline.cases");
  const [showsOthers, setShowsOthers] = useState(false);
  const { cases, isCut, takenAt } = open.content;
  const states = useMemo(() => actStates(content, takenAt), [content, takenAt]);
  const [waiting, others] = useMemo(() => {
    const waits = cases.filter(({ mayConfirm, referrals }) => mayConfirm || referrals.length > 0);
    return [waits, cases.filter((one) => !waits.includes(one))];
  }, [cases]);
  const cards = (list: typeof cases) => (
    <ul>
      {list.map((kase) => (
        <CaseCard key={kase.id} {...{ device, kase, states, onSaved }} />
      ))}
    </ul>
  );
  return (
    <section aria-labelledby="kasus-desa" className="border-b border-line">
      <ListHead {...{ device, open, end, onRenewed }} hasWaiting={content.records.length > 0} />
      {isCut ? <Notice tone="warn">{t("cut")}</Notice> : null}
      {cases.length === 0 ? <p className="bg-surface px-4 py-3 text-text-2">{t("none")}</p> : null}
      {cases.length > 0 ? <GroupHead title={t("waiting")} count={waiting.length} /> : null}
      {cases.length > 0 && waiting.length === 0 ? (
        <p className="bg-surface px-4 py-3 text-text-2">{t("nothingWaits")}</p>
      ) : null}
      {cards(waiting)}
      {others.length > 0 ? (
        <Button
          block
          tone="quiet"
          aria-expanded={showsOthers}
          className="border-b border-line bg-surface"
          onClick={() => setShowsOthers(!showsOthers)}
        >
          {t("others")} ({others.length})
        </Button>
      ) : null}
      {showsOthers ? cards(others) : null}
    </section>
  );
}

interface HeadProps extends Pick<ListProps, "device" | "open" | "end" | "onRenewed"> {
  hasWaiting: boolean;
}

/** Since when and until when they are here, and the way to fresh ones. */
function ListHead({ device, open, end, onRenewed, hasWaiting }: HeadProps) {
  const t = useTranslations("offline.cases");
  const online = useOnline();
  const { shortDateTime, shortDate } = useFormat();
  const renewal = useRenewal(device, open, {
    isDue: online && end === "sent" && !hasWaiting,
    onRenewed,
  });
  const time = shortDateTime(open.content.takenAt);
  return (
    <div className="flex flex-wrap items-start gap-x-3 gap-y-2 bg-surface px-4 py-3">
      <div className="min-w-0 flex-1 basis-48">
        <h2 id="kasus-desa" className="text-18 font-bold tracking-[-0.01em]">
          {t("title")}
        </h2>
        <p className="text-14 text-text-2">
          {t("taken", { time })} · {t("until", { date: shortDate(open.content.expiresAt) })}
        </p>
        {renewal.failed ? (
          <p role="status" className="text-14 font-semibold text-warn">
            {t("renewFailed", { time })}
          </p>
        ) : null}
      </div>
      {online ? (
        <Button
          icon={<RefreshCw size={18} aria-hidden />}
          pending={renewal.isPending}
          pendingLabel={t("renewing")}
          onClick={renewal.renew}
        >
          {t("renew")}
        </Button>
      ) : null}
    </div>
  );
}

function GroupHead({ title, count }: { title: string; count: number }) {
  return (
    <h3 className="flex min-h-11 items-center border-y border-line bg-sunken px-4 text-15 font-semibold">
      {title}
      <span className="ml-auto font-normal text-text-2">{count}</span>
    </h3>
  );
}
