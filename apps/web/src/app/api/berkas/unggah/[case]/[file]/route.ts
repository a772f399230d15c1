import { findUpload } from "@rembuk/services/files/find-upload";
import { z } from "zod";
import { receiveUpload } from "@/server/files/receive-upload";

export const dynamic = "force-dynamic";

interface UploadParams {
  params: Promise<{ case: string; file: string }>;
}

const reference = z.object({ caseId: z.uuid(), fileId: z.uuid() });

async function receive(request: Request, { params }: UploadParams): Promise<Response> {
  const { case: caseId, file: fileId } = await params;
  return receiveUpload(request, reference.safeParse({ caseId, fileId }), findUpload);
}

export const HEAD = receive;
export const PATCH = receive;
