import "server-only";
import { fileVariants } from "@rembuk/domain/files/model";
import { openDocument } from "@rembuk/services/documents/open-document";
import { z } from "zod";
import { signedIn } from "@/server/auth/current-actor";
import { answerWith, told } from "./file-answer";
import { fileContext } from "./file-context";

const address = z.object({
  documentId: z.uuid(),
  variant: z.enum(fileVariants),
  until: z.coerce.number().int().positive(),
  signature: z.string().regex(/^[\w-]{22}$/),
});

/** A document of an innovation or a commitment by its link of minutes, for the reader it was made for. */
export async function serveDocument(
  request: Request,
  params: { readonly documentId: string; readonly variant: string },
): Promise<Response> {
  const session = await signedIn();
  if (!session || session.mustChangePassword) return told(401, "UNAUTHENTICATED");
  const query = new URL(request.url).searchParams;
  const parsed = address.safeParse({
    ...{ ...params, until: query.get("sampai"), signature: query.get("tanda") },
  });
  if (!parsed.success) return told(404, "DOCUMENT_NOT_FOUND");
  const isSaved = query.get("simpan") === "1";
  return answerWith(() => openDocument(fileContext(session.actor), parsed.data), isSaved);
}
