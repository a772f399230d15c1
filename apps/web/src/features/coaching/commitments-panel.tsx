"use client";

import { TextLink } from "@rembuk/ui/app-link";
import { Button } from "@rembuk/ui/button";
import { Panel } from "@rembuk/ui/panel";
import { Plus, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useFormat } from "@/components/office-zone";
import { dayOf } from "@/lib/format";
import type { ShownCommitment, ShownEngagement } from "./coaching-data";
import { CommitmentChip } from "./coaching-status";
import { CaseDialog, CommitmentDialog, ProposeDialog } from "./commitment-dialogs";

/** What was promised, by whom and until when; late ones first. */
export function CommitmentsPanel({
  engagement,
  filesOf,
}: {
  engagement: ShownEngagement;
  filesOf: (commitmentId: string) => ReactNode;
}) {
  const t = useTranslations("coaching");
  const [isOpen, setOpen] = useState(false);
  const { commitments, may } = engagement;
  const verified = commitments.filter(({ status }) => status === "verified").length;
  const all = commitments.filter(({ status }) => status !== "dropped").length;
  const ordered = [...commitments].sort((a, b) => Number(b.isLate) - Number(a.isLate));
  return (
    <Panel
      id="komitmen"
      title={t("commitments.title")}
      note={all > 0 ? t("batch.proven", { verified, all }) : undefined}
      flush
      actions={
        may.coach || may.work ? (
          <Button
            size="small"
            icon={<Plus size={14} aria-hidden />}
            aria-haspopup="dialog"
            onClick={() => setOpen(true)}
          >
            {t("commitments.propose")}
          </Button>
        ) : null
      }
    >
      {commitments.length === 0 ? (
        <p className="px-3 py-2.5 text-text-2">{t("commitments.none")}</p>
      ) : (
        <ul className="divide-y divide-line">
          {ordered.map((one) => (
            <li key={one.id} className="px-3 py-2.5">
              <CommitmentItem engagement={engagement} commitment={one} files={filesOf(one.id)} />
            </li>
          ))}
        </ul>
      )}
      {isOpen ? <ProposeDialog engagement={engagement} onClose={() => setOpen(false)} /> : null}
    </Panel>
  );
}

type Open = ShownCommitment["moves"][number]["move"] | "case";

function CommitmentItem({
  engagement,
  commitment,
  files,
}: {
  engagement: ShownEngagement;
  commitment: ShownCommitment;
  files: ReactNode;
}) {
  const t = useTranslations("coaching");
  const { shortDate } = useFormat();
  const [open, setOpen] = useState<Open | null>(null);
  const { text, ownerName, isMine, isLate, dueOn, moves } = commitment;
  const innovation = engagement.innovations.find(({ id }) => id === commitment.innovationId);
  const close = () => setOpen(null);
  return (
    <article className="flex flex-col items-start gap-1.5 text-14">
      <header className="flex w-full flex-wrap items-start gap-x-2 gap-y-1">
        <h3 className="min-w-0 flex-1 font-semibold break-words">{text}</h3>
        <CommitmentChip status={commitment.status} />
      </header>
      <p className="text-13 text-text-2">
        {t(isMine ? "commitments.mine" : "commitments.owner", { name: ownerName })}
        {innovation ? ` · ${innovation.name}` : null} ·{" "}
        <span className={isLate ? "font-semibold text-bad" : ""}>
          {t("commitments.due", { day: shortDate(dayOf(dueOn)) })}
        </span>
      </p>
      <Chased commitment={commitment} />
      <CommitmentWords commitment={commitment} />
      {files}
      <span className="flex flex-wrap gap-2">
        {moves.map(({ move, obstacle }) =>
          obstacle ? (
            <span key={move} className="text-13 text-text-2">
              {t("commitments.own", { what: t(`commitments.moves.${move}.title`) })}
            </span>
          ) : (
            <Button
              key={move}
              size="small"
              aria-haspopup="dialog"
              aria-label={t("commitments.moveOf", {
                what: t(`commitments.moves.${move}.title`),
                text,
              })}
              onClick={() => setOpen(move)}
            >
              {t(`commitments.moves.${move}.title`)}
            </Button>
          ),
        )}
        {commitment.mayLinkCase ? (
          <Button size="small" aria-haspopup="dialog" onClick={() => setOpen("case")}>
            {t("case.link")}
          </Button>
        ) : null}
      </span>
      {open === "case" ? <CaseDialog commitment={commitment} onClose={close} /> : null}
      {open && open !== "case" ? (
        <CommitmentDialog commitment={commitment} move={open} onClose={close} />
      ) : null}
    </article>
  );
}

/** What was said about evidence that does not come, and when it is said next. */
function Chased({ commitment }: { commitment: ShownCommitment }) {
  const t = useTranslations("coaching.commitments");
  const { shortDate } = useFormat();
  const { days, remindedOn, alertedOn } = commitment;
  if (!days) return null;
  if (alertedOn)
    return (
      <p className="flex items-center gap-1.5 text-13 font-semibold text-bad">
        <TriangleAlert size={14} aria-hidden />
        {t("alerted", { day: shortDate(dayOf(alertedOn)) })}
      </p>
    );
  return (
    <p className="text-13 text-text-2">
      {remindedOn
        ? t("reminded", {
            day: shortDate(dayOf(remindedOn)),
            next: shortDate(dayOf(days.alertsOn)),
          })
        : t("waits", {
            remind: shortDate(dayOf(days.remindsOn)),
            alert: shortDate(dayOf(days.alertsOn)),
          })}
    </p>
  );
}

function CommitmentWords({ commitment }: { commitment: ShownCommitment }) {
  const t = useTranslations("coaching");
  const { evidence, returnedReason, droppedReason, hasCase, openCase } = commitment;
  return (
    <>
      {evidence ? (
        <p className="break-words">
          <b className="font-semibold">{t("commitments.evidence")}</b> {evidence.note}{" "}
          {evidence.link ? (
            <a
              href={evidence.link}
              rel="noreferrer"
              target="_blank"
              className="text-brand underline"
            >
              {t("commitments.open")}
            </a>
          ) : null}
        </p>
      ) : null}
      {returnedReason && commitment.status === "returned" ? (
        <p className="break-words">{t("commitments.returned", { reason: returnedReason })}</p>
      ) : null}
      {droppedReason ? (
        <p className="break-words">{t("commitments.dropped", { reason: droppedReason })}</p>
      ) : null}
      {openCase ? (
        <p>
          {t("case.opened")} <TextLink href={`/kasus/${openCase.id}`}>{openCase.number}</TextLink>
        </p>
      ) : null}
      {hasCase && !openCase ? <p className="text-13 text-text-2">{t("case.hidden")}</p> : null}
    </>
  );
}
