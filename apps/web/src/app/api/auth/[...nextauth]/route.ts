import NextAuth from "next-auth";
import { env } from "@/env";
import { authOptions } from "@/server/auth/auth-options";
import { isOwnOrigin } from "@/server/origin-check";

export const dynamic = "force-dynamic";

interface RouteContext {
  params: Promise<{ nextauth: string[] }>;
}

export function GET(request: Request, context: RouteContext): Promise<Response> {
  return NextAuth(request as never, context as never, authOptions());
}

/** next-auth has a CSRF token of its own; the Origin is checked all the same. */
export async function POST(request: Request, context: RouteContext): Promise<Response> {
  if (!isOwnOrigin(request.headers, env().PUBLIC_URL)) {
    return Response.json({ error: "ORIGIN_REFUSED" }, { status: 403 });
  }
  return NextAuth(request as never, context as never, authOptions());
}
