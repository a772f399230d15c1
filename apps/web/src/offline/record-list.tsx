"use client";

import { Button } from "@rembuk/ui/button";
import { CircleCheck, Clock, ImageIcon, RefreshCw, ScanSearch } from "lucide-react";
import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { useFormat } from "@/components/office-zone";
import { useErrorWording } from "@/lib/use-error-wording";
import { commandWord } from "./command-word";
import type { RecordState, SealedRecord, SentRecord } from "./device-database";
import { tryAgain } from "./outbox";
import { tryPhotoAgain } from "./photo-outbox";
import type { WaitingPhoto } from "./use-device";

const marks: Record<RecordState, ReactNode> = {
  waiting: <Clock size={20} aria-hidden className="text-text-2" />,
  sending: <RefreshCw size={20} aria-hidden className="text-brand motion-safe:animate-spin" />,
  review: <ScanSearch size={20} aria-hidden className="text-warn" />,
};

interface WaitingProps {
  records: readonly SealedRecord[];
  photos: readonly WaitingPhoto[];
  sent: readonly SentRecord[];
  onTryAgain: () => void;
}

/** What waits on the phone, in the order it goes. Sealed: kind and time are all that can be shown. */
export function WaitingRecords({ records, photos, sent, onTryAgain }: WaitingProps) {
  const t = useTranslations("offline");
  const count = records.length + photos.length;
  const numbers = new Map(sent.map((one) => [one.clientActionId, one.number]));
  const open = new Set(records.map((one) => one.clientActionId));
  const shown = (of: readonly WaitingPhoto[]) =>
    of.map((photo) => (
      <PhotoRow
        key={photo.id}
        photo={photo}
        number={numbers.get(photo.recordId) ?? ""}
        follows={open.has(photo.recordId)}
        onTryAgain={onTryAgain}
      />
    ));
  return (
    <section aria-labelledby="di-perangkat">
      <ListHead id="di-perangkat" title={t("records.title")} count={count} />
      {count === 0 ? (
        <p className="px-4 py-3 text-text-2">{t("records.empty")}</p>
      ) : (
        <ul>
          {shown(photos.filter(({ recordId }) => !open.has(recordId)))}
          {records.map((record) => (
            <Fragment key={record.clientActionId}>
              <WaitingRecord record={record} onTryAgain={onTryAgain} />
              {shown(photos.filter(({ recordId }) => recordId === record.clientActionId))}
            </Fragment>
          ))}
        </ul>
      )}
    </section>
  );
}

interface PhotoRowProps {
  photo: WaitingPhoto;
  /** Of the case, once it is known. */
  number: string;
  /** Its record has not gone yet. */
  follows: boolean;
  onTryAgain: () => void;
}

function PhotoRow({ photo, number, follows, onTryAgain }: PhotoRowProps) {
  const t = useTranslations("offline.photos");
  const again = useTranslations("offline.records");
  const wording = useErrorWording();
  const { place, reason, sent, total } = photo;
  const part = Math.min(99, Math.floor((sent / total) * 100));
  const state = follows ? "follows" : sent > 0 ? "partly" : "waiting";
  return (
    <Row
      mark={reason ? marks.review : <ImageIcon size={20} aria-hidden className="text-text-2" />}
      title={number ? t("ofCase", { place, number }) : t("title", { place })}
      warn={reason !== null}
    >
      <span className="block">
        {reason ? `${wording(reason)} ${t("kept")}` : t(state, { part })}
      </span>
      {state === "partly" && !reason ? (
        <progress
          className="mt-1.5 block h-1.5 w-full overflow-hidden rounded-full bg-sunken [&::-moz-progress-bar]:bg-brand [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-brand"
          aria-label={t("title", { place })}
          max={total}
          value={sent}
        />
      ) : null}
      {reason ? (
        <Button className="mt-2" onClick={() => void tryPhotoAgain(photo.id).then(onTryAgain)}>
          {again("again")}
        </Button>
      ) : null}
    </Row>
  );
}

function WaitingRecord({ record, onTryAgain }: { record: SealedRecord; onTryAgain: () => void }) {
  const t = useTranslations("offline");
  const wording = useErrorWording();
  const { shortDateTime } = useFormat();
  const { state, reason, seq } = record;
  const time = shortDateTime(record.capturedAt);
  const isReview = state === "review";
  return (
    <Row mark={marks[state]} title={t(`command.${commandWord[record.command]}`)} warn={isReview}>
      {t(`records.${state}`, { time })}
      {isReview ? (
        <span className="block">
          {wording(reason ?? "UNEXPECTED")} {t("records.reviewKept")}
        </span>
      ) : null}
      {isReview ? (
        <Button className="mt-2" onClick={() => void tryAgain(seq).then(onTryAgain)}>
          {t("records.again")}
        </Button>
      ) : null}
    </Row>
  );
}

/** What arrived, with the number the kecamatan gave it. */
export function SentRecords({ sent }: { sent: readonly SentRecord[] }) {
  const t = useTranslations("offline");
  const { shortDateTime } = useFormat();
  if (sent.length === 0) return null;
  return (
    <section aria-labelledby="terkirim">
      <ListHead id="terkirim" title={t("records.sentTitle")} count={sent.length} />
      <ul>
        {sent.map(({ clientActionId, command, number, isNoted, sentAt }) => (
          <Row
            key={clientActionId}
            mark={<CircleCheck size={20} aria-hidden className="text-ok" />}
            warn={isNoted}
            title={
              number ? (
                <span className="font-mono">{number}</span>
              ) : (
                t(`command.${commandWord[command]}`)
              )
            }
          >
            {t(isNoted ? "records.noted" : "records.sent", { time: shortDateTime(sentAt) })}
          </Row>
        ))}
      </ul>
    </section>
  );
}

function ListHead({ id, title, count }: { id: string; title: string; count: number }) {
  return (
    <h2
      id={id}
      className="flex min-h-11 items-center border-y border-line bg-sunken px-4 text-15 font-semibold"
    >
      {title}
      <span className="ml-auto font-normal text-text-2">{count}</span>
    </h2>
  );
}

function Row({
  mark,
  title,
  warn = false,
  children,
}: {
  mark: ReactNode;
  title: ReactNode;
  warn?: boolean;
  children: ReactNode;
}) {
  return (
    <li
      className={`flex min-h-[60px] items-start gap-3 border-b border-line px-4 py-2.5 ${warn ? "bg-warn-soft" : "bg-surface"}`}
    >
      <span className="mt-0.5 flex-none">{mark}</span>
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{title}</p>
        <div className="text-14 text-text-2">{children}</div>
      </div>
    </li>
  );
}
