import "server-only";

/**
 * True when a request that changes something comes from our own pages. Browsers always send
 * Origin with a POST; a request without it is refused. SameSite=Lax is the second fence.
 * Without TLS (one's own machine, a trial in the office) the address typed may differ from
 * PUBLIC_URL (localhost, 127.0.0.1), so the Host header counts too.
 */
export function isOwnOrigin(headers: Headers, publicUrl: string): boolean {
  const given = headers.get("origin");
  const site = headers.get("sec-fetch-site");
  if (!given || (site && site !== "same-origin") || !URL.canParse(given)) return false;
  const origin = new URL(given);
  const own = new URL(publicUrl);
  if (origin.origin === own.origin) return true;
  return (
    own.protocol === "http:" && origin.protocol === "http:" && origin.host === headers.get("host")
  );
}

const FORM = new Set(["application/x-www-form-urlencoded", "multipart/form-data", "text/plain"]);

/** True for content types that a foreign form can send without a preflight. */
export function isFormContent(headers: Headers): boolean {
  const type = headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  return type === "" || FORM.has(type);
}
