import { serveDocument } from "@/server/files/serve-document";

export const dynamic = "force-dynamic";

interface DocumentParams {
  params: Promise<{ document: string; variant: string }>;
}

export async function GET(request: Request, { params }: DocumentParams): Promise<Response> {
  const { document: documentId, variant } = await params;
  return serveDocument(request, { documentId, variant });
}
