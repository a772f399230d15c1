import "server-only";
import { fileVariants } from "@rembuk/domain/files/model";
import { isDomainError } from "@rembuk/domain/kernel/errors";
import { type OpenedFile, openFile } from "@rembuk/services/files/open-file";
import { z } from "zod";
import { signedIn } from "@/server/auth/current-actor";
import { errorFields, log } from "@/server/log";
import { fileContext } from "./file-context";

const address = z.object({
  caseId: z.uuid(),
  fileId: z.uuid(),
  variant: z.enum(fileVariants),
  until: z.coerce.number().int().positive(),
  signature: z.string().regex(/^[\w-]{22}$/),
});

const statusOf = {
  invalid: 400,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
  unavailable: 503,
};

const told = (status: number, code: string): Response =>
  Response.json({ error: code }, { status, headers: { "cache-control": "no-store" } });

/** RFC 6266: a name of plain letters, and the true one beside it. */
const dispositionOf = (kind: "inline" | "attachment", name: string): string => {
  const plain = name.replace(/[^\w.-]+/g, "_");
  const whole = encodeURIComponent(name).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16)}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${whole}`;
};

/** Pictures may be shown; everything else is only ever saved. Nothing in it may run or load. */
const headersOf = (file: OpenedFile, isSaved: boolean): Record<string, string> => {
  const isPicture = file.mediaType.startsWith("image/");
  return {
    "content-type": file.mediaType,
    "content-length": String(file.bytes.length),
    "content-disposition": dispositionOf(
      isPicture && !isSaved ? "inline" : "attachment",
      file.name,
    ),
    "content-security-policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    // A shared computer keeps nothing of it.
    "cache-control": "private, no-store",
  };
};

/** A file by its short link, for the reader it was made for. */
export async function serveFile(
  request: Request,
  params: { readonly caseId: string; readonly fileId: string; readonly variant: string },
): Promise<Response> {
  const session = await signedIn();
  if (!session || session.mustChangePassword) return told(401, "UNAUTHENTICATED");
  const query = new URL(request.url).searchParams;
  const parsed = address.safeParse({
    ...params,
    until: query.get("sampai"),
    signature: query.get("tanda"),
  });
  if (!parsed.success) return told(404, "FILE_NOT_FOUND");
  try {
    const file = await openFile(fileContext(session.actor), parsed.data);
    return new Response(new Uint8Array(file.bytes), {
      headers: headersOf(file, query.get("simpan") === "1"),
    });
  } catch (error) {
    if (isDomainError(error)) return told(statusOf[error.kind], error.code);
    log.error(errorFields(error), "file not served");
    return told(500, "UNEXPECTED");
  }
}
