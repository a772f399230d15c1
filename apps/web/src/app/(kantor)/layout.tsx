import type { ReactNode } from "react";
import { AppShell } from "@/components/app-shell/app-shell";
import { env } from "@/env";
import { requireSession } from "@/server/auth/require-session";

/** Pages of people who are signed in. The layout shows; every page and procedure asks for itself. */
export default async function OfficeLayout({ children }: { children: ReactNode }) {
  const session = await requireSession();
  return (
    <AppShell session={session} demo={env().REMBUK_DEMO === "1"}>
      {children}
    </AppShell>
  );
}
