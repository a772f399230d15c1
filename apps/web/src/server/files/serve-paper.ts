import "server-only";
import { openPaper } from "@rembuk/services/reports/open-paper";
import { z } from "zod";
import { signedIn } from "@/server/auth/current-actor";
import { answerWith, told } from "./file-answer";
import { fileContext } from "./file-context";

const address = z.object({
  paperId: z.uuid(),
  until: z.coerce.number().int().positive(),
  signature: z.string().regex(/^[\w-]{22}$/),
});

/** A paper by its link of minutes, for the reader who asked for it; only ever saved, never shown. */
export async function servePaper(request: Request, paperId: string): Promise<Response> {
  const session = await signedIn();
  if (!session || session.mustChangePassword) return told(401, "UNAUTHENTICATED");
  const query = new URL(request.url).searchParams;
  const parsed = address.safeParse({
    ...{ paperId, until: query.get("sampai"), signature: query.get("tanda") },
  });
  if (!parsed.success) return told(404, "PAPER_NOT_FOUND");
  return answerWith(() => openPaper(fileContext(session.actor), parsed.data), true);
}
