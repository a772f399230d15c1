"use client";

import { sides } from "@rembuk/domain/coaching/model";
import { Button } from "@rembuk/ui/button";
import { CircleCheck, CircleDashed } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import type { Client } from "@/lib/use-act";
import type { ShownAgreement } from "./coaching-data";
import { useCoachingAct } from "./use-coaching-act";

type Side = (typeof sides)[number];
type Run = (coaching: Client["coaching"], clientActionId: string, side: Side) => Promise<unknown>;

/** Both sides with who stands behind it, and the button of who may. */
export function AgreementLines({
  agreement,
  what,
  run,
}: {
  agreement: ShownAgreement;
  /** "notula": named by the buttons. */
  what: string;
  run: Run;
}) {
  const t = useTranslations("coaching.agreement");
  const { longDateTime } = useFormat();
  return (
    <ul className="flex flex-col gap-1.5 text-14">
      {sides.map((side) => {
        const signed = agreement.signed[side];
        const open = agreement.open.find((one) => one.side === side);
        return (
          <li key={side} className="flex flex-wrap items-center gap-x-2 gap-y-1">
            {signed ? (
              <CircleCheck size={16} className="flex-none text-ok" aria-hidden />
            ) : (
              <CircleDashed size={16} className="flex-none text-text-3" aria-hidden />
            )}
            <span className="min-w-0 flex-1">
              <span className="block">
                {signed
                  ? t("by", { side: t(side), name: signed.name })
                  : t("waits", { side: t(side) })}
              </span>
              {signed ? (
                <span className="block text-13 text-text-2">{longDateTime(signed.at)}</span>
              ) : null}
              {open?.obstacle ? (
                <span className="block text-13 text-text-2">{t("samePerson")}</span>
              ) : null}
            </span>
            {open && !open.obstacle ? <AgreeButton side={side} what={what} run={run} /> : null}
          </li>
        );
      })}
    </ul>
  );
}

function AgreeButton({ side, what, run }: { side: Side; what: string; run: Run }) {
  const t = useTranslations("coaching.agreement");
  const act = useCoachingAct({
    run: (coaching, clientActionId) => run(coaching, clientActionId, side),
    done: t("done", { what }),
    onDone: () => undefined,
  });
  return (
    <span className="flex flex-col items-end gap-1">
      <Button
        size="small"
        tone="primary"
        aria-label={t("agreeOf", { what, side: t(side) })}
        pending={act.isSending}
        pendingLabel={t("sending")}
        onClick={act.send}
      >
        {t("agree")}
      </Button>
      {act.failure ? (
        <span role="alert" className="text-13 text-bad">
          {act.failure}
        </span>
      ) : null}
    </span>
  );
}
