import { timingSafeEqual } from "node:crypto";
import { env } from "@/env";
import { registry } from "@/server/metrics";

export const dynamic = "force-dynamic";

function isAllowed(request: Request): boolean {
  const token = env().METRICS_TOKEN;
  if (!token) return true;
  const given = Buffer.from(request.headers.get("authorization") ?? "");
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** Numbers for Prometheus; no ids, no persons. With METRICS_TOKEN set, only for its bearer. */
export async function GET(request: Request): Promise<Response> {
  if (!isAllowed(request)) return new Response("unauthorized\n", { status: 401 });
  return new Response(await registry.metrics(), {
    headers: { "content-type": registry.contentType, "cache-control": "no-store" },
  });
}
