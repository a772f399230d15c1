import { receiveUpload } from "@/server/files/receive-upload";

export const dynamic = "force-dynamic";

interface UploadParams {
  params: Promise<{ case: string; file: string }>;
}

async function receive(request: Request, { params }: UploadParams): Promise<Response> {
  const { case: caseId, file: fileId } = await params;
  return receiveUpload(request, { caseId, fileId });
}

export const HEAD = receive;
export const PATCH = receive;
