import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { env } from "@/env";
import { isFormContent, isOwnOrigin } from "@/server/origin-check";
import { appRouter } from "@/server/root-router";
import { createContext } from "@/server/trpc/context";

export const dynamic = "force-dynamic";

function answer(request: Request): Promise<Response> {
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    createContext,
    responseMeta: () => ({ headers: new Headers({ "cache-control": "no-store" }) }),
  });
}

export const GET = answer;

export async function POST(request: Request): Promise<Response> {
  const { headers } = request;
  if (!isOwnOrigin(headers, env().PUBLIC_URL) || isFormContent(headers)) {
    return Response.json({ error: "ORIGIN_REFUSED" }, { status: 403 });
  }
  return answer(request);
}
