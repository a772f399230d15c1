import { serveFile } from "@/server/files/serve-file";

export const dynamic = "force-dynamic";

interface FileParams {
  params: Promise<{ case: string; file: string; variant: string }>;
}

export async function GET(request: Request, { params }: FileParams): Promise<Response> {
  const { case: caseId, file: fileId, variant } = await params;
  return serveFile(request, { caseId, fileId, variant });
}
