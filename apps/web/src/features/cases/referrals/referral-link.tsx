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
  const t = useTranslations("referrals.link");
  const { referrals } = useTRPCClient();
  const { name, link } = props.referral;
  const isSent = link?.expiresAt != null;
  return (
    <LinkDialog
      {...props}
      title={t(isSent ? "again" : "send")}
      text={t(isSent ? "againText" : "sendText", { name })}
      sendLabel={t("sendAct")}
      // The window with the link says it, and a toast would lie over its button on a phone.
      done={null}
      run={async (act) => props.onSent(await referrals.sendLink.mutate(act))}
    />
  );
}

function RevokeDialog(props: DialogProps) {
  const t = useTranslations("referrals.link");
  const { referrals } = useTRPCClient();
  return (
    <LinkDialog
      {...props}
      title={t("revoke")}
      text={t("revokeText", { name: props.referral.name })}
      sendLabel={t("revoke")}
      done={t("revoked")}
      run={(act) => referrals.revokeLink.mutate(act)}
    />
  );
}

interface LinkAct {
  readonly clientActionId: string;
  readonly caseId: string;
  readonly referralId: string;
}

/** One act on the link of one referral: nothing to fill in, only to be sure. */
function LinkDialog({
  kase,
  referral,
  onClose,
  run,
  done,
  ...words
}: DialogProps & {
  readonly title: string;
  readonly text: string;
  readonly sendLabel: string;
  /** Words of the toast; null: none. */
  readonly done: string | null;
  readonly run: (act: LinkAct) => Promise<unknown>;
}) {
  const ids = { caseId: kase.id, referralId: referral.id };
  const sender = useReferralAct<null>({
    run: (clientActionId) => run({ clientActionId, ...ids }),
    done: () => done,
    onDone: onClose,
  });
  return (
    <ActDialog
      {...words}
      subject={`${kase.number} · ${referral.name}`}
      isSending={sender.isSending}
      failure={sender.failure}
      errors={[]}
      attempt={0}
      onClose={onClose}
      onSend={() => sender.send(null)}
    />
  );
}
