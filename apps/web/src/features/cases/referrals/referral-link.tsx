"use client";

import { Button } from "@rembuk/ui/button";
import { Link2, Link2Off } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPCClient } from "@/lib/trpc";
import { LinkShown, type SentLink } from "../actions/link-shown";
import type { CaseDetail } from "../case-data";
import { ActDialog } from "./act-dialog";
import type { CaseReferral } from "./referral-data";
import { useReferralAct } from "./use-referral-act";

interface OfReferral {
  readonly kase: CaseDetail;
  readonly referral: CaseReferral;
}

/** For a party without account: the signed link to this one referral, and its end. */
export function ReferralLink({ kase, referral }: OfReferral) {
  const t = useTranslations("referrals.link");
  const [open, setOpen] = useState<"send" | "revoke" | null>(null);
  const [link, setLink] = useState<SentLink | null>(null);
  const close = () => setOpen(null);
  const isSent = referral.link?.expiresAt != null;
  return (
    <>
      <Button size="small" icon={<Link2 size={14} aria-hidden />} onClick={() => setOpen("send")}>
        {t(isSent ? "again" : "send")}
      </Button>
      {isSent ? (
        <Button
          size="small"
          tone="quiet"
          icon={<Link2Off size={14} aria-hidden />}
          onClick={() => setOpen("revoke")}
        >
          {t("revoke")}
        </Button>
      ) : null}
      {open === "send" ? (
        <SendDialog kase={kase} referral={referral} onSent={setLink} onClose={close} />
      ) : null}
      {open === "revoke" ? <RevokeDialog kase={kase} referral={referral} onClose={close} /> : null}
      {link ? (
        <LinkShown
          kase={kase}
          title={t("done", { name: referral.name })}
          link={link}
          onClose={() => setLink(null)}
        />
      ) : null}
    </>
  );
}

type DialogProps = OfReferral & { readonly onClose: () => void };

function SendDialog(props: DialogProps & { readonly onSent: (link: SentLink) => void }) {
  const { kase, referral, onClose } = props;
  const t = useTranslations("referrals.link");
  const { referrals } = useTRPCClient();
  const ids = { caseId: kase.id, referralId: referral.id };
  const sender = useReferralAct<null>({
    run: async (clientActionId) =>
      props.onSent(await referrals.sendLink.mutate({ clientActionId, ...ids })),
    done: () => t("done", { name: referral.name }),
    onDone: onClose,
  });
  return (
    <ActDialog
      title={t("send")}
      subject={`${kase.number} · ${referral.name}`}
      text={t("sendText", { name: referral.name })}
      sendLabel={t("sendAct")}
      isSending={sender.isSending}
      failure={sender.failure}
      errors={[]}
      attempt={0}
      onClose={onClose}
      onSend={() => sender.send(null)}
    />
  );
}

function RevokeDialog({ kase, referral, onClose }: DialogProps) {
  const t = useTranslations("referrals.link");
  const { referrals } = useTRPCClient();
  const ids = { caseId: kase.id, referralId: referral.id };
  const sender = useReferralAct<null>({
    run: (clientActionId) => referrals.revokeLink.mutate({ clientActionId, ...ids }),
    done: () => t("revoked"),
    onDone: onClose,
  });
  return (
    <ActDialog
      title={t("revoke")}
      subject={`${kase.number} · ${referral.name}`}
      text={t("revokeText", { name: referral.name })}
      sendLabel={t("revoke")}
      isSending={sender.isSending}
      failure={sender.failure}
      errors={[]}
      attempt={0}
      onClose={onClose}
      onSend={() => sender.send(null)}
    />
  );
}
