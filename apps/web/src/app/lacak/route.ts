import { trackByForm, trackingPage } from "@/server/public-pages/tracking/answer-tracking";

export const dynamic = "force-dynamic";

export const GET = (request: Request): Response => trackingPage(request);
export const POST = (request: Request): Promise<Response> => trackByForm(request);
