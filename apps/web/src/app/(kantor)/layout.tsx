import { holds } from "@rembuk/domain/access/policy";
import type { ReactNode } from "react";
import { AppShell } from "@/components/app-shell/app-shell";
import { placesFor } from "@/components/app-shell/navigation";
import { PaletteButton, PhonePaletteButton } from "@/components/app-shell/palette-button";
import { PhoneSearchLink, SearchLink } from "@/components/app-shell/search-link";
import { CallProvider } from "@/components/call-provider";
import { NarrowGuessProvider } from "@/components/narrow-guess";
import { OfficeZoneProvider } from "@/components/office-zone";
import { isDemo } from "@/env";
import { BulkWindowsProvider } from "@/features/cases/bulk/bulk-windows";
import { HeldDock } from "@/features/cases/bulk/held-dock";
import { PendingCasesProvider } from "@/features/cases/pending/pending-cases";
import { NoticeBell, PhoneNoticeBell } from "@/features/notices/notice-bell";
import { ClientWords } from "@/i18n/client-words";
import type { WordSpace } from "@/i18n/word-space";
import { requireSession } from "@/server/auth/require-session";
import { isPhone } from "@/server/page-data/device-kind";
import { LiveUpdates } from "./live-updates";
import { OfficeKeys } from "./office-keys";

/** What the frame says, and the palette, which names every act on a case. */
const officeWords: readonly WordSpace[] = [
  "bulk",
  "case",
  "caseActions",
  "caseSearch",
  "errors",
  "nav",
  "notices",
  "palette",
  "referrals",
  "shortcuts",
];

/** Pages of people who are signed in. The layout shows; every page and procedure asks for itself. */
export default async function OfficeLayout({ children }: { children: ReactNode }) {
  const session = await requireSession();
  const { actor } = session;
  const mayRead = holds(actor, "case.read");
  return (
    <ClientWords of={officeWords}>
      <CallProvider>
        <NarrowGuessProvider isNarrow={await isPhone()}>
          <OfficeZoneProvider zone={session.places[0]?.zone ?? "WIB"}>
            <LiveUpdates>
              <OfficeKeys places={placesFor(actor.assignments, isDemo())} mayReadCases={mayRead}>
                <AppShell
                  session={session}
                  demo={isDemo()}
                  search={
                    <>
                      <PaletteButton />
                      {mayRead ? <SearchLink /> : null}
                    </>
                  }
                  bell={<NoticeBell />}
                  phoneBell={
                    <>
                      <PhonePaletteButton />
                      {mayRead ? <PhoneSearchLink /> : null}
                      <PhoneNoticeBell />
                    </>
                  }
                >
                  <PendingCasesProvider>
                    <BulkWindowsProvider>
                      {children}
                      <HeldDock />
                    </BulkWindowsProvider>
                  </PendingCasesProvider>
                </AppShell>
              </OfficeKeys>
            </LiveUpdates>
          </OfficeZoneProvider>
        </NarrowGuessProvider>
      </CallProvider>
    </ClientWords>
  );
}
