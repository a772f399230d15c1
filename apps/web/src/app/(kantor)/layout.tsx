import type { ReactNode } from "react";
import { AppShell } from "@/components/app-shell/app-shell";
import { OfficeZoneProvider } from "@/components/office-zone";
import { isDemo } from "@/env";
import { NoticeBell, PhoneNoticeBell } from "@/features/notices/notice-bell";
import { requireSession } from "@/server/auth/require-session";
import { LiveUpdates } from "./live-updates";

/** Pages of people who are signed in. The layout shows; every page and procedure asks for itself. */
export default async function OfficeLayout({ children }: { children: ReactNode }) {
  const session = await requireSession();
  return (
    <OfficeZoneProvider zone={session.places[0]?.zone ?? "WIB"}>
      <LiveUpdates>
        <AppShell
          session={session}
          demo={isDemo()}
          bell={<NoticeBell />}
          phoneBell={<PhoneNoticeBell />}
        >
          {children}
        </AppShell>
      </LiveUpdates>
    </OfficeZoneProvider>
  );
}
