import "server-only";

/**
 * Address of the client for rate limits, from X-Forwarded-For.
 * Each trusted proxy appends the address it saw, so with n proxies the n-th entry from the right
 * is the first that the client could not forge. Without a proxy Next itself fills the header;
 * a client can then forge it, which is why the limits by user do not depend on it.
 */
export function clientAddress(headers: Headers, trustedHops: number): string {
  const entries = (headers.get("x-forwarded-for") ?? "")
    .split(",")
    .map((entry) => entry.trim())
    .filter(Boolean);
  const index = trustedHops > 0 ? entries.length - trustedHops : entries.length - 1;
  return entries[Math.max(index, 0)] ?? "unknown";
}
