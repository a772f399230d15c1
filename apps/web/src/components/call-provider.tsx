"use client";

import { QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { createQueryClient } from "@/lib/query-client";
import { TRPCProvider } from "@/lib/trpc";
import { createClient } from "@/lib/trpc-client";

const create = () => ({ queryClient: createQueryClient(), trpcClient: createClient() });
/** One for all pages of a browser, so that what was read on one is known on the next. */
let shared: ReturnType<typeof create> | undefined;

const clients = () => {
  if (typeof window === "undefined") return create();
  shared ??= create();
  return shared;
};

/** For screens that ask the procedures; the page on which one signs in does not. */
export function CallProvider({ children }: { children: ReactNode }) {
  const [{ queryClient, trpcClient }] = useState(clients);
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
}
