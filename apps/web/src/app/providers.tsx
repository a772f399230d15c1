"use client";

import "@/lib/zod-jitless";
import { CSPProvider } from "@base-ui/react/csp-provider";
import { LinkProvider } from "@rembuk/ui/app-link";
import { SerwistProvider } from "@serwist/turbopack/react";
import { QueryClientProvider } from "@tanstack/react-query";
import Link from "next/link";
import type { ReactNode } from "react";
import { useState } from "react";
import { createQueryClient } from "@/lib/query-client";
import { TRPCProvider } from "@/lib/trpc";
import { createClient } from "@/lib/trpc-client";

/** Everything the screens stand on in the browser. */
export function Providers({ children }: { children: ReactNode }) {
  const [queryClient] = useState(createQueryClient);
  const [trpcClient] = useState(createClient);
  return (
    // Reloading on coming back online would abort what is being sent from the outbox.
    <SerwistProvider
      swUrl="/serwist/sw.js"
      reloadOnOnline={false}
      disable={process.env.NODE_ENV === "development"}
    >
      <CSPProvider disableStyleElements>
        <QueryClientProvider client={queryClient}>
          <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
            <LinkProvider component={Link}>{children}</LinkProvider>
          </TRPCProvider>
        </QueryClientProvider>
      </CSPProvider>
    </SerwistProvider>
  );
}
