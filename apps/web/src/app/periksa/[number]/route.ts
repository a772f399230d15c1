import { answerPaperCheck } from "@/server/public-pages/papers/answer-paper-check";

export const dynamic = "force-dynamic";

interface NumberParams {
  params: Promise<{ number: string }>;
}

export async function GET(request: Request, { params }: NumberParams): Promise<Response> {
  return answerPaperCheck(request, (await params).number);
}
