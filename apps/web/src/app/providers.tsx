"use client";

import "@/lib/zod-jitless";
import { CSPProvider } from "@base-ui/react/csp-provider";
import { LinkProvider } from "@rembuk/ui/app-link";
import { ToastProvider } from "@rembuk/ui/toast";
import { QueryClientProvider } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { createQueryClient } from "@/lib/query-client";
import { registerServiceWorker } from "@/lib/service-worker";
import { TRPCProvider } from "@/lib/trpc";
import { createClient } from "@/lib/trpc-client";

/** Everything the screens stand on in the browser. */
export function Providers({ children }: { children: ReactNode }) {
  const t = useTranslations("shell");
  const [queryClient] = useState(createQueryClient);
  const [trpcClient] = useState(createClient);
  useEffect(registerServiceWorker, []);
  return (
    <CSPProvider disableStyleElements>
      <QueryClientProvider client={queryClient}>
        <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
          <LinkProvider component={Link}>
            <ToastProvider closeLabel={t("close")} regionLabel={t("messages")}>
              {children}
            </ToastProvider>
          </LinkProvider>
        </TRPCProvider>
      </QueryClientProvider>
    </CSPProvider>
  );
}
