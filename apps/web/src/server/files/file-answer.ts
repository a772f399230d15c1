import "server-only";
import { isDomainError } from "@rembuk/domain/kernel/errors";
import { errorFields, log } from "@/server/log";

/** What is handed out. */
export interface FileToSend {
  readonly bytes: Buffer;
  readonly mediaType: string;
  readonly name: string;
}

const statusOf = {
  invalid: 400,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
  unavailable: 503,
};

/** A refusal; nobody keeps it. */
export const told = (status: number, code: string): Response =>
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
const headersOf = (file: FileToSend, isSaved: boolean): Record<string, string> => {
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

/** The bytes with the headers that keep them harmless, or why there are none. */
export const answerWith = async (
  open: () => Promise<FileToSend>,
  isSaved: boolean,
): Promise<Response> => {
  try {
    const file = await open();
    return new Response(new Uint8Array(file.bytes), { headers: headersOf(file, isSaved) });
  } catch (error) {
    if (isDomainError(error)) return told(statusOf[error.kind], error.code);
    log.error(errorFields(error), "file not served");
    return told(500, "UNEXPECTED");
  }
};
