import { findLetterOfEvent, renderLetter } from "@rembuk/services/letters/render-letter";
import { z } from "zod";
import { defineJob } from "../define-job";

/** Draws the paper of a letter that was issued or made void. Runs twice without two files. */
export const renderLetterJob = defineJob({
  name: "render-letter",
  queue: "effects",
  payload: z.object({ eventId: z.uuid() }),
  attempts: 8,
  backoffMs: 2_000,
  timeoutMs: 30_000,
  run: async ({ context, files, drawLetter }, { eventId }) => {
    const letter = await findLetterOfEvent(context, eventId);
    if (letter) await renderLetter({ ...context, files }, letter, drawLetter);
  },
});
