import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { callFailure } from "./trpc-client";

/** Nobody is signed in any more (idle, ended elsewhere): back to the sign-in page, then here. */
function leaveIfSignedOut(error: unknown): void {
  if (callFailure(error).code !== "UNAUTHENTICATED") return;
  const here = `${window.location.pathname}${window.location.search}`;
  if (window.location.pathname.startsWith("/masuk")) return;
  window.location.assign(`/masuk?ke=${encodeURIComponent(here)}`);
}

/** Answers are fresh for ten seconds; live events refetch what changed. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: leaveIfSignedOut }),
    mutationCache: new MutationCache({ onError: leaveIfSignedOut }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        // A refusal stays a refusal; only an absent or busy server is asked again.
        retry: (count, error) => {
          const { httpStatus } = callFailure(error);
          return count < 2 && (httpStatus === 0 || httpStatus === 503);
        },
      },
      mutations: { retry: false },
    },
  });
}
