import { receiveUpload } from "@/server/files/receive-upload";

export const dynamic = "force-dynamic";

interface UploadParams {
  params: Promise<{ caseId: string; fileId: string }>;
}

export async function HEAD(request: Request, { params }: UploadParams): Promise<Response> {
  return receiveUpload(request, await params);
}

export async function PATCH(request: Request, { params }: UploadParams): Promise<Response> {
  return receiveUpload(request, await params);
}
