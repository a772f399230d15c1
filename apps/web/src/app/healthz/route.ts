export const dynamic = "force-dynamic";

/** The process is alive. Asks nobody, so that a slow database never makes it look dead. */
export function GET(): Response {
  return Response.json({ status: "ok" }, { headers: { "cache-control": "no-store" } });
}
