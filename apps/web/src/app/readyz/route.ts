import { readiness } from "@/server/readiness";

export const dynamic = "force-dynamic";

/** The database answers and is migrated: send people here. */
export async function GET(): Promise<Response> {
  const answer = await readiness();
  return Response.json(answer, {
    status: answer.ready ? 200 : 503,
    headers: { "cache-control": "no-store" },
  });
}
