"use client";

import { AppLink } from "@rembuk/ui/app-link";
import { ButtonLink } from "@rembuk/ui/button";
import { SyncBar } from "@rembuk/ui/sync-bar";
import { TurnDiamond } from "@rembuk/ui/turn-marker";
import { useQuery } from "@tanstack/react-query";
import { ChevronRight, FileText, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { VillageAid } from "@/features/aid/village-aid";
import { ReferralInbox } from "@/features/cases/referrals/referral-inbox";
import { VillageTrips } from "@/features/trips/village-trips";
import { useTRPC } from "@/lib/trpc";
import { useOnline } from "./use-online";
import { VillageCases, VillageTurn } from "./village-lists";
import { isVillageCode, isWardCode } from "./village-place";

/**
 * Home of village officials: what waits for the village, its cases, one big way to report. Beside the
 * parts of other roles it may not come first: then the page's heading is another one.
 */
export function VillageHome({ first }: { first: boolean }) {
  const t = useTranslations("village");
  const sheet = useTranslations("villageSheet");
  const trpc = useTRPC();
  const me = useQuery(trpc.session.me.queryOptions());
  const online = useOnline();
  const place = me.data?.places.find(({ areaCode }) => isVillageCode(areaCode));
  const zone = place?.zone;
  const kind = place && isWardCode(place.areaCode) ? "ward" : "village";
  const Heading = first ? "h1" : "h2";
  return (
    <div data-density="lapang" className="mx-auto flex min-h-full max-w-[720px] flex-col bg-canvas">
      {/* The phone's own bar names the village already. */}
      <header className="border-b border-line bg-surface px-4 py-2.5 max-md:sr-only">
        <Heading className="min-h-[26px] text-18 font-bold tracking-[-0.01em]">
          {place ? t(kind, { name: place.areaName ?? "" }) : ""}
        </Heading>
        <p className="min-h-5 text-14 text-text-2">
          {place ? `Kec. ${place.parentName ?? ""}` : ""}
        </p>
      </header>
      {place ? (
        <AppLink
          href={`/desa/${place.areaCode}`}
          className="flex min-h-11 items-center gap-2 border-b border-line bg-surface px-4 text-14 font-semibold text-brand"
        >
          <FileText size={18} aria-hidden />
          {sheet("door")}
          <ChevronRight size={16} aria-hidden className="ml-auto text-text-3" />
        </AppLink>
      ) : null}
      <SyncBar
        state={online ? "sent" : "offline"}
        title={t(online ? "sync.online" : "sync.offline")}
        detail={t(online ? "sync.onlineDetail" : "sync.offlineDetail")}
      />
      <VillageTurn zone={zone} marker={<TurnDiamond />} />
      <ReferralInbox />
      {place ? <VillageTrips villageCode={place.areaCode} /> : null}
      {place ? <VillageAid /> : null}
      <VillageCases zone={zone} />
      <div className="sticky bottom-0 mt-auto border-t border-line bg-canvas p-4">
        <ButtonLink
          href="/kasus/baru"
          tone="primary"
          size="large"
          block
          icon={<Plus size={20} aria-hidden />}
        >
          {t("report")}
        </ButtonLink>
        {/* A plain link: the offline app is a document of its own, kept whole by the service worker. */}
        <a
          href="/luring"
          className="mt-2 flex min-h-11 items-center justify-center text-14 font-semibold text-brand underline underline-offset-2"
        >
          {t("offlineApp")}
        </a>
      </div>
    </div>
  );
}
