import { reportByForm, reportPage } from "@/server/public-pages/report/answer-report";

export const dynamic = "force-dynamic";

export const GET = (request: Request): Promise<Response> => reportPage(request);
export const POST = (request: Request): Promise<Response> => reportByForm(request);
