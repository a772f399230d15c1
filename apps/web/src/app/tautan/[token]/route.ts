import { answerLink, linkPage } from "@/server/public-pages/answer-link/answer-link";

export const dynamic = "force-dynamic";

interface TokenParams {
  params: Promise<{ token: string }>;
}

export async function GET(request: Request, { params }: TokenParams): Promise<Response> {
  return linkPage(request, (await params).token);
}

export async function POST(request: Request, { params }: TokenParams): Promise<Response> {
  return answerLink(request, (await params).token);
}
