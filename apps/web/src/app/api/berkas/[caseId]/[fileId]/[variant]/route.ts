import { serveFile } from "@/server/files/serve-file";

export const dynamic = "force-dynamic";

interface FileParams {
  params: Promise<{ caseId: string; fileId: string; variant: string }>;
}

export async function GET(request: Request, { params }: FileParams): Promise<Response> {
  return serveFile(request, await params);
}
