import { findDocumentUpload } from "@rembuk/services/documents/finish-document";
import { z } from "zod";
import { receiveUpload } from "@/server/files/receive-upload";

export const dynamic = "force-dynamic";

interface UploadParams {
  params: Promise<{ document: string }>;
}

const reference = z.uuid();

async function receive(request: Request, { params }: UploadParams): Promise<Response> {
  return receiveUpload(request, reference.safeParse((await params).document), findDocumentUpload);
}

export const HEAD = receive;
export const PATCH = receive;
