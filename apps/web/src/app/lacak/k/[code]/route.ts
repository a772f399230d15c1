import { trackByQrCode } from "@/server/public-pages/tracking/answer-tracking";

export const dynamic = "force-dynamic";

interface CodeParams {
  params: Promise<{ code: string }>;
}

export async function GET(request: Request, { params }: CodeParams): Promise<Response> {
  return trackByQrCode(request, (await params).code);
}
