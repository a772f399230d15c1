"use client";

import { ButtonLink } from "@rembuk/ui/button";
import { SyncBar, type SyncState } from "@rembuk/ui/sync-bar";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import { useOnline } from "@/features/village/use-online";
import { TRIP_PAGE } from "../kept-pages";
import type { FieldEnd } from "./field-outbox";
import type { FieldContent } from "./use-field";

type Words = ReturnType<typeof useTranslations<"field.sync">>;

const obstacles: Partial<Record<FieldEnd, "signedOut" | "otherAccount" | "busy">> = {
  "signed-out": "signedOut",
  "other-account": "otherAccount",
  busy: "busy",
};

/** The one thing to say: what needs a person first, then what is under way. */
function telling(
  t: Words,
  online: boolean,
  end: FieldEnd | null,
  { records, photos: ofHandovers, problems, problemPhotos }: FieldContent,
): { readonly state: SyncState; readonly title: string } {
  const all = [...records, ...problems];
  const review = all.filter(({ state }) => state === "review").length;
  const photos = [...ofHandovers, ...problemPhotos];
  const failed = photos.filter(({ reason }) => reason !== null).length;
  const open = all.length - review + photos.length - failed;
  const obstacle = open > 0 && end ? obstacles[end] : undefined;
  if (review + failed > 0)
    return { state: "review", title: t("review", { count: review + failed }) };
  if (!online || (open > 0 && end === "offline")) return { state: "offline", title: t("offline") };
  if (obstacle) return { state: "failed", title: t(obstacle) };
  return open > 0
    ? { state: "sending", title: t("sending", { count: open }) }
    : { state: "sent", title: t("sent") };
}

/** Always on the page: what waits, when the server was reached last, what stops it; and the way to each item. */
export function FieldBar({
  content,
  end,
  onShow,
}: {
  content: FieldContent;
  end: FieldEnd | null;
  onShow: () => void;
}) {
  const t = useTranslations("field.sync");
  const online = useOnline();
  const { shortDateTime, zone } = useFormat();
  const { records, photos, problems, problemPhotos, lastSync } = content;
  const count = records.length + problems.length + problemPhotos.length;
  const mustSignIn = count + photos.length > 0 && (end === "signed-out" || end === "other-account");
  return (
    <div className="sticky top-0 z-10">
      <SyncBar
        {...telling(t, online, end, content)}
        detail={
          lastSync
            ? t("last", { time: `${shortDateTime(new Date(lastSync))} ${zone}` })
            : t("never")
        }
        action={
          <button
            type="button"
            onClick={onShow}
            className="flex min-h-9 items-center rounded-r2 border border-current bg-surface px-2.5 text-13 font-bold whitespace-nowrap"
          >
            {t("waiting", { count })}
          </button>
        }
      />
      {online && mustSignIn ? (
        <div className="border-b border-line bg-surface px-4 py-2">
          <ButtonLink href={`/masuk?ke=${TRIP_PAGE}`} block>
            {t("signIn")}
          </ButtonLink>
        </div>
      ) : null}
    </div>
  );
}
