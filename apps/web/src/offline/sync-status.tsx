"use client";

import { ButtonLink } from "@rembuk/ui/button";
import { SyncBar, type SyncState } from "@rembuk/ui/sync-bar";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import { useOnline } from "@/features/village/use-online";
import { FIELD_PAGE } from "./kept-pages";
import type { FlushEnd } from "./outbox";
import type { DeviceContent } from "./use-device";

type Words = ReturnType<typeof useTranslations<"offline.sync">>;

interface Telling {
  readonly state: SyncState;
  readonly title: string;
}

const obstacles: Partial<Record<FlushEnd, "signedOut" | "otherAccount" | "busy">> = {
  "signed-out": "signedOut",
  "other-account": "otherAccount",
  busy: "busy",
};

/** The one thing to say: what needs a person first, then what is under way. */
function telling(
  t: Words,
  online: boolean,
  end: FlushEnd | null,
  { records, photos }: DeviceContent,
): Telling {
  const count = (state: string) => records.filter((one) => one.state === state).length;
  const failed = photos.filter(({ reason }) => reason !== null).length;
  const open = count("waiting") + count("sending") + photos.length - failed;
  const obstacle = open > 0 && end ? obstacles[end] : undefined;
  const review = count("review") + failed;
  if (review > 0) return { state: "review", title: t("review", { count: review }) };
  if (!online || (open > 0 && end === "offline")) return { state: "offline", title: t("offline") };
  const isUnderWay = photos.some(({ sent, reason }) => sent > 0 && reason === null);
  if (count("sending") > 0 || isUnderWay)
    return { state: "sending", title: t("sending", { count: open }) };
  if (obstacle) return { state: "failed", title: t(obstacle) };
  return open > 0 ? { state: "sending", title: t("pending") } : { state: "sent", title: t("sent") };
}

const HALF_DAY_MS = 12 * 60 * 60 * 1000;

/** Always on the page: how much is on the device, when it last spoke with the server, what stops it. */
export function SyncStatus({ content, end }: { content: DeviceContent; end: FlushEnd | null }) {
  const t = useTranslations("offline.sync");
  const online = useOnline();
  const { clockTime, shortDateTime, zone } = useFormat();
  const { lastSync } = content;
  const waiting = content.records.length + content.photos.length;
  const told = telling(t, online, end, content);
  const mustSignIn = waiting > 0 && (end === "signed-out" || end === "other-account");
  // The day matters only when it is long ago; a phone has little room.
  const isRecent = lastSync !== null && Date.now() - lastSync.getTime() < HALF_DAY_MS;
  const time = lastSync ? (isRecent ? clockTime(lastSync) : shortDateTime(lastSync)) : null;
  return (
    <div className="sticky top-0 z-10">
      <SyncBar
        {...told}
        detail={time ? t("last", { time: `${time} ${zone}` }) : t("never")}
        count={t("waiting", { count: waiting })}
      />
      {online && mustSignIn ? (
        <div className="border-b border-line bg-surface px-4 py-2">
          <ButtonLink href={`/masuk?ke=${FIELD_PAGE}`} block>
            {t("signIn")}
          </ButtonLink>
        </div>
      ) : null}
    </div>
  );
}
