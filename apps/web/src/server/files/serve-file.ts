import "server-only";
import { fileVariants } from "@rembuk/domain/files/model";
import { openFile } from "@rembuk/services/files/open-file";
import { z } from "zod";
import { signedIn } from "@/server/auth/current-actor";
import { answerWith, told } from "./file-answer";
import { fileContext } from "./file-context";

const address = z.object({
  caseId: z.uuid(),
  fileId: z.uuid(),
  variant: z.enum(fileVariants),
  until: z.coerce.number().int().positive(),
  signature: z.string().regex(/^[\w-]{22}$/),
});

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
  return answerWith(
    () => openFile(fileContext(session.actor), parsed.data),
    query.get("simpan") === "1",
  );
}
