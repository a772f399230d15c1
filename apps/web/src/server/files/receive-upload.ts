import "server-only";
import { maximumBytes } from "@rembuk/domain/files/model";
import { isDomainError } from "@rembuk/domain/kernel/errors";
import type { FileContext } from "@rembuk/services/integrations/file-parts";
import { FileStore } from "@tus/file-store";
import { Server, Upload } from "@tus/server";
import type { z } from "zod";
import { env } from "@/env";
import { signedIn } from "@/server/auth/current-actor";
import { errorFields, log } from "@/server/log";
import { oncePerProcess } from "@/server/once-per-process";
import { isOwnOrigin } from "@/server/origin-check";
import { fileContext, fileParts } from "./file-context";

interface Receiver {
  readonly store: FileStore;
  readonly server: Server;
}

const openReceiver = (): Receiver => {
  const store = new FileStore({ directory: fileParts().uploads.directory });
  const server = new Server({
    path: "/api/berkas/unggah",
    datastore: store,
    maxSize: maximumBytes,
    allowedOrigins: [env().PUBLIC_URL],
    relativeLocation: true,
    // The id stands last in the address; who may use it was asked before.
    getFileIdFromRequest: (request) => new URL(request.url).pathname.split("/").at(-1),
  });
  return { store, server };
};

const receiver = (): Receiver => oncePerProcess("upload receiver", openReceiver);

const told = (status: number, code: string): Response =>
  Response.json({ error: code }, { status, headers: { "cache-control": "no-store" } });

/** The protocol's own note of an upload is made with its first request. */
const ensureUpload = async ({ store }: Receiver, id: string, size: number): Promise<void> => {
  try {
    await store.getUpload(id);
  } catch {
    await store.create(new Upload({ id, size, offset: 0 }));
  }
};

const statusOf = {
  invalid: 400,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
  unavailable: 503,
};

/**
 * One request of the tus protocol: how much has arrived (HEAD), or the next piece (PATCH). Whether
 * this person may still send it is asked each time of `find`; uploads are begun by a procedure.
 */
export async function receiveUpload<Ref>(
  request: Request,
  ref: z.ZodSafeParseResult<Ref>,
  find: (ctx: FileContext, ref: Ref) => Promise<{ readonly id: string; readonly size: number }>,
): Promise<Response> {
  if (request.method !== "HEAD" && !isOwnOrigin(request.headers, env().PUBLIC_URL))
    return told(403, "ORIGIN_REFUSED");
  if (!ref.success) return told(404, "FILE_NOT_FOUND");
  const session = await signedIn();
  if (!session || session.mustChangePassword) return told(401, "UNAUTHENTICATED");
  try {
    const upload = await find(fileContext(session.actor), ref.data);
    await ensureUpload(receiver(), upload.id, upload.size);
    const answer = await receiver().server.handleWeb(request);
    answer.headers.set("cache-control", "no-store");
    return answer;
  } catch (error) {
    if (isDomainError(error)) return told(statusOf[error.kind], error.code);
    log.error(errorFields(error), "upload failed");
    return told(500, "UNEXPECTED");
  }
}
