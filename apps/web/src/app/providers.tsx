"use client";

import "@/lib/zod-jitless";
import { CSPProvider } from "@base-ui/react/csp-provider";
import { LinkProvider } from "@rembuk/ui/app-link";
import { ToastProvider } from "@rembuk/ui/toast";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect } from "react";
import { registerServiceWorker } from "@/lib/service-worker";

/** What every screen stands on in the browser. */
export function Providers({ children }: { children: ReactNode }) {
  const t = useTranslations("shell");
  useEffect(registerServiceWorker, []);
  return (
    <CSPProvider disableStyleElements>
      <LinkProvider component={Link}>
        <ToastProvider closeLabel={t("close")} regionLabel={t("messages")}>
          {children}
        </ToastProvider>
      </LinkProvider>
    </CSPProvider>
  );
}
