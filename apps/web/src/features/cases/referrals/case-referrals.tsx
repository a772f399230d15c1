"use client";

import { Button } from "@rembuk/ui/button";
import { SectionHeader } from "@rembuk/ui/section-header";
import { ArrowRightLeft, Network } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { CaseDetail } from "../case-data";
import { ReferralCard } from "./referral-card";
import type { CaseReferral, OpenAct } from "./referral-data";

// Its windows come when they are wanted.
const TransferDialog = dynamic(
  () => import("./transfer-dialog").then((window) => window.TransferDialog),
  { ssr: false },
);
const ReferralActDialog = dynamic(
  () => import("./referral-act-dialog").then((window) => window.ReferralActDialog),
  { ssr: false },
);
const ReferDialog = dynamic(() => import("./refer-dialog").then((window) => window.ReferDialog), {
  ssr: false,
});

type Open =
  | { readonly kind: "act"; readonly referral: CaseReferral; readonly open: OpenAct }
  | { readonly kind: "refer"; readonly replaces: CaseReferral | null }
  | { readonly kind: "transfer" };

/** Help asked for in parallel, and an offered transfer: a card each, with what can be done. */
export function CaseReferrals({ kase }: { kase: CaseDetail }) {
  const t = useTranslations("referrals");
  const [open, setOpen] = useState<Open | null>(null);
  const { referrals, mayRefer, mayTransfer } = kase;
  if (referrals.length === 0 && !mayRefer && !mayTransfer) return null;
  const mandatory = referrals.filter((r) => r.isMandatory && r.status !== "revoked");
  const done = mandatory.filter((r) => !r.isBlocking).length;
  const close = () => setOpen(null);
  return (
    <section aria-labelledby="rujukan" className="flex min-w-0 flex-col gap-2">
      <SectionHeader
        id="rujukan"
        title={t("title")}
        note={mandatory.length > 0 ? t("rule", { done, all: mandatory.length }) : undefined}
        actions={
          <>
            {mayTransfer ? (
              <Button
                tone="quiet"
                size="small"
                icon={<ArrowRightLeft size={14} aria-hidden />}
                onClick={() => setOpen({ kind: "transfer" })}
              >
                {t("transfer")}
              </Button>
            ) : null}
            {mayRefer ? (
              <Button
                size="small"
                icon={<Network size={14} aria-hidden />}
                onClick={() => setOpen({ kind: "refer", replaces: null })}
              >
                {t("add")}
              </Button>
            ) : null}
          </>
        }
      />
      {referrals.length === 0 ? (
        <p className="text-meta text-text-2">{t("none")}</p>
      ) : (
        <ul className="grid gap-2.5 min-[900px]:grid-cols-2 2xl:grid-cols-3">
          {referrals.map((referral) => (
            <ReferralCard
              key={referral.id}
              kase={kase}
              referral={referral}
              onAct={(act) => setOpen({ kind: "act", referral, open: act })}
              onReplace={
                mayRefer ? () => setOpen({ kind: "refer", replaces: referral }) : undefined
              }
            />
          ))}
        </ul>
      )}
      {open?.kind === "act" ? <ReferralActDialog kase={kase} {...open} onClose={close} /> : null}
      {open?.kind === "refer" ? (
        <ReferDialog kase={kase} replaces={open.replaces} onClose={close} />
      ) : null}
      {open?.kind === "transfer" ? <TransferDialog kase={kase} onClose={close} /> : null}
    </section>
  );
}
