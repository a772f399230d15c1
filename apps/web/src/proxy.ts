import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy, freshNonce } from "@/lib/content-security-policy";

/**
 * Writes headers, nothing else. It is never the boundary: who may see what is decided in the use
 * cases, so a request that slips past here gains nothing.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = freshNonce();
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === "development");
  const requestId = crypto.randomUUID();

  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  // Next reads the nonce for its own scripts from this request header.
  headers.set("content-security-policy", policy);
  headers.set("x-request-id", requestId);
  headers.set("x-pathname", `${request.nextUrl.pathname}${request.nextUrl.search}`);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set("x-request-id", requestId);
  response.headers.set(
    "permissions-policy",
    "camera=(self), geolocation=(self), microphone=(), payment=(), usb=(), browsing-topics=()",
  );
  response.headers.set("cross-origin-opener-policy", "same-origin");
  response.headers.set("cross-origin-resource-policy", "same-origin");
  if (
    request.nextUrl.protocol === "https:" ||
    request.headers.get("x-forwarded-proto") === "https"
  ) {
    response.headers.set("strict-transport-security", "max-age=31536000");
  }
  return response;
}

// Files and their pieces stay away: the proxy would keep each body in memory, and they bring a
// stricter policy of their own. So do the procedures: no page, no nonce, and called most of all.
export const config = {
  matcher: ["/((?!_next/static|_next/image|serwist/|api/berkas/|api/trpc/).*)"],
};
