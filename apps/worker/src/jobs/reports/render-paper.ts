import { findPaperOfEvent } from "@rembuk/services/reports/asker-queries";
import { renderPaper } from "@rembuk/services/reports/render-paper";
import { z } from "zod";
import { defineJob } from "../define-job";

/** Makes what a reader asked for. Runs twice without two files; cancelled meanwhile, it stops. */
export const renderPaperJob = defineJob({
  name: "render-paper",
  queue: "effects",
  payload: z.object({ eventId: z.uuid() }),
  attempts: 3,
  backoffMs: 1_000,
  timeoutMs: 60_000,
  run: async ({ context, files, drawPapers }, { eventId }) => {
    const paperId = await findPaperOfEvent(context, eventId);
    if (paperId) await renderPaper({ ...context, files }, paperId, drawPapers);
  },
});
