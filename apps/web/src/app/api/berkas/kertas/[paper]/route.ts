import { servePaper } from "@/server/files/serve-paper";

export const dynamic = "force-dynamic";

interface PaperParams {
  params: Promise<{ paper: string }>;
}

export async function GET(request: Request, { params }: PaperParams): Promise<Response> {
  return servePaper(request, (await params).paper);
}
