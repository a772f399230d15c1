"use client";

import { Button } from "@rembuk/ui/button";
import { ArrowLeft, CircleCheck, Clock, RefreshCw, ScanSearch, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { useFormat } from "@/components/office-zone";
import { useErrorWording } from "@/lib/use-error-wording";
import { SentRecords, WaitingRecords } from "../record-list";
import { CarryPanel } from "./carry-panel";
import { type FieldRecord, wipeTrip } from "./field-database";
import { tryFieldAgain } from "./field-outbox";
import type { OwnRecord } from "./field-standing";
import { type FieldContent, useOwnRecords } from "./use-field";
import type { OpenTrip } from "./vault";

interface SyncProps {
  content: FieldContent;
  open: OpenTrip | null;
  onTryAgain: () => void;
  onSendProblems: () => void;
  onClose: () => void;
  onWiped: () => void;
}

/** Item by item: what waits, what went, what failed and why; and the way out for a phone that cannot send. */
export function SyncScreen(props: SyncProps) {
  const { content, open, onTryAgain, onSendProblems, onClose, onWiped } = props;
  const t = useTranslations("field.items");
  const own = useOwnRecords(open, content);
  const named = new Map(own.map((one) => [one.clientActionId, one]));
  const { records, sent, photos, problems, problemPhotos } = content;
  const hasMatters = problems.length + problemPhotos.length > 0;
  // Whoever was far down a form or the list begins at the top.
  useEffect(() => {
    window.scrollTo(0, 0);
  }, []);
  const failed = records.some(({ state }) => state === "review") || photos.some((p) => p.reason);
  return (
    <>
      <Button
        tone="quiet"
        className="m-2 self-start"
        icon={<ArrowLeft size={18} aria-hidden />}
        onClick={onClose}
      >
        {t("back")}
      </Button>
      {records.length + photos.length > 0 || !hasMatters ? (
        <>
          <Head title={t("waitingTitle")} count={records.length} />
          {records.length === 0 ? <p className="px-4 py-3 text-text-2">{t("nothing")}</p> : null}
          <ul>
            {records.map((record) => (
              <Waiting
                key={record.clientActionId}
                record={record}
                own={named.get(record.clientActionId) ?? null}
              />
            ))}
          </ul>
          <Photos photos={photos} />
        </>
      ) : null}
      {failed ? (
        <div className="bg-surface px-4 py-2.5">
          <Button block onClick={() => void tryFieldAgain().then(onTryAgain)}>
            {t("again")}
          </Button>
        </div>
      ) : null}
      {hasMatters ? (
        <WaitingRecords
          records={problems}
          photos={problemPhotos}
          sent={content.problemsSent}
          onTryAgain={onSendProblems}
        />
      ) : null}
      <Head title={t("sent")} count={sent.length} />
      <ul>
        {[...sent].reverse().map((one) => (
          <Sent
            key={one.clientActionId}
            own={named.get(one.clientActionId) ?? null}
            {...{ answer: one.answer, because: one.because, sentAt: one.sentAt }}
          />
        ))}
      </ul>
      <SentRecords sent={content.problemsSent} />
      <CarryPanel
        hasRecords={records.length + photos.length > 0 || hasMatters}
        onTaken={() => {
          onTryAgain();
          onSendProblems();
        }}
      />
      {content.hasTrip ? <Wipe content={content} onWiped={onWiped} /> : null}
    </>
  );
}

function Waiting({ record, own }: { record: FieldRecord; own: OwnRecord | null }) {
  const t = useTranslations("field.items");
  const outcomes = useTranslations("field.outcome");
  const wording = useErrorWording();
  const { shortDateTime } = useFormat();
  const { state, reason, capturedAt } = record;
  const marks = {
    waiting: <Clock size={20} aria-hidden className="text-text-2" />,
    sending: <RefreshCw size={20} aria-hidden className="text-brand motion-safe:animate-spin" />,
    review: <ScanSearch size={20} aria-hidden className="text-warn" />,
  };
  return (
    <Row
      mark={marks[state]}
      warn={state === "review"}
      title={own ? `${outcomes(own.label.outcome)}, ${own.label.name}` : t("sealed")}
    >
      {t(state, { time: shortDateTime(new Date(capturedAt)) })}
      {state === "review" ? (
        <span className="block">
          {wording(reason ?? "UNEXPECTED")} {t("kept")}
        </span>
      ) : null}
    </Row>
  );
}

function Photos({ photos }: { photos: FieldContent["photos"] }) {
  const t = useTranslations("field.items");
  const wording = useErrorWording();
  if (photos.length === 0) return null;
  const bad = photos.find(({ reason }) => reason !== null);
  return (
    <Row
      mark={<Clock size={20} aria-hidden className="text-text-2" />}
      title={t("photos", { count: photos.length })}
      warn={bad !== undefined}
      as="div"
    >
      {bad?.reason ? wording(bad.reason) : t("photosFollow")}
    </Row>
  );
}

function Sent({
  own,
  answer,
  because,
  sentAt,
}: { own: OwnRecord | null } & Pick<
  FieldContent["sent"][number],
  "answer" | "because" | "sentAt"
>) {
  const t = useTranslations("field.items");
  const held = useTranslations("handovers.because");
  const outcomes = useTranslations("field.outcome");
  const { shortDateTime } = useFormat();
  const isHeld = because !== null || answer === "quarantined";
  return (
    <Row
      warn={isHeld}
      mark={
        isHeld ? (
          <ScanSearch size={20} aria-hidden className="text-warn" />
        ) : (
          <CircleCheck size={20} aria-hidden className="text-ok" />
        )
      }
      title={own ? `${outcomes(own.label.outcome)}, ${own.label.name}` : t("sealed")}
    >
      {because
        ? `${t("held")} ${held(because)}`
        : t(answer === "quarantined" ? "quarantined" : "arrived", {
            time: shortDateTime(new Date(sentAt)),
          })}
    </Row>
  );
}

/** What was downloaded goes; what was never sent stays, sealed. */
function Wipe({ content, onWiped }: { content: FieldContent; onWiped: () => void }) {
  const t = useTranslations("field.wipe");
  const [isSure, setSure] = useState(false);
  const drafts = content.draftsOf.length;
  const unsent = content.records.length + content.problems.length;
  const wipe = () => (isSure ? void wipeTrip().then(onWiped) : setSure(true));
  return (
    <section className="flex flex-col gap-2.5 border-t border-line bg-surface px-4 py-4">
      <h2 className="text-15 font-semibold">{t("title")}</h2>
      <p className="text-14 text-text-2">
        {t("text")}
        {unsent > 0 ? ` ${t("kept", { count: unsent })}` : null}
        {drafts > 0 ? ` ${t("lost", { drafts })}` : null}
      </p>
      <Button tone="danger" block icon={<Trash2 size={18} aria-hidden />} onClick={wipe}>
        {isSure ? t("sure") : t("send")}
      </Button>
    </section>
  );
}

function Head({ title, count }: { title: string; count: number }) {
  return (
    <h2 className="flex min-h-11 items-center border-y border-line bg-sunken px-4 text-15 font-semibold">
      {title}
      <span className="ml-auto font-normal text-text-2">{count}</span>
    </h2>
  );
}

function Row({
  mark,
  title,
  warn = false,
  as: Box = "li",
  children,
}: {
  mark: ReactNode;
  title: ReactNode;
  warn?: boolean;
  as?: "li" | "div";
  children: ReactNode;
}) {
  return (
    <Box
      className={`flex min-h-15 items-start gap-3 border-b border-line px-4 py-2.5 ${warn ? "bg-warn-soft" : "bg-surface"}`}
    >
      <span className="mt-0.5 flex-none">{mark}</span>
      <div className="min-w-0 flex-1">
        <p className="font-semibold break-words">{title}</p>
        <div className="text-14 text-text-2">{children}</div>
      </div>
    </Box>
  );
}
