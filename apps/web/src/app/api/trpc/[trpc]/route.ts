import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { env } from "@/env";
import { isFormContent, isOwnOrigin } from "@/server/origin-check";
import { appRouter } from "@/server/root-router";
import { shutdown } from "@/server/shutdown";
import { createContext } from "@/server/trpc/context";

export const dynamic = "force-dynamic";

/** The answers hold no page: whatever a browser is made to do with one, nothing in it runs. */
const guards = () => ({
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
  ...(env().PUBLIC_URL.startsWith("https:")
    ? { "strict-transport-security": "max-age=31536000" }
    : {}),
});

function answer(request: Request): Promise<Response> {
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    createContext,
    // A list that is asked by words is asked by POST: a NIK or a name stands in no address.
    allowMethodOverride: true,
    responseMeta: ({ ctx }) => ({
      headers: new Headers({ ...guards(), "x-request-id": ctx?.requestId ?? "" }),
    }),
  });
}

/** A stream that was just ended comes back at once on the same connection and would keep it open. */
function refuseWhileStopping(): Response {
  return Response.json(
    { error: "STOPPING" },
    { status: 503, headers: { connection: "close", "retry-after": "2" } },
  );
}

export function GET(request: Request): Promise<Response> | Response {
  const isStream = new URL(request.url).pathname.endsWith("/live.events");
  return isStream && shutdown.signal.aborted ? refuseWhileStopping() : answer(request);
}

export async function POST(request: Request): Promise<Response> {
  const { headers } = request;
  if (!isOwnOrigin(headers, env().PUBLIC_URL) || isFormContent(headers)) {
    return Response.json({ error: "ORIGIN_REFUSED" }, { status: 403 });
  }
  return answer(request);
}
