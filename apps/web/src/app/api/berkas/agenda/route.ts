import { serveAgenda } from "@/server/files/serve-agenda";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  return serveAgenda();
}
