import { serveTemplate } from "@/server/files/serve-template";

export const dynamic = "force-dynamic";

interface TemplateParams {
  params: Promise<{ jenis: string }>;
}

export async function GET(request: Request, { params }: TemplateParams): Promise<Response> {
  return serveTemplate(request, (await params).jenis);
}
