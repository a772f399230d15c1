import type { Client } from "@/lib/trpc-client";
import type { FieldSend } from "./field-outbox";

/** An answer that takes longer is not waited for; the server knows the record when it comes again. */
const PATIENCE_MS = 60_000;

const patience = () => ({ signal: AbortSignal.timeout(PATIENCE_MS) });

/** How handovers and their photos reach the server. */
export const fieldSendOver = ({ handovers }: Client): FieldSend => ({
  push: (command) => handovers.push.mutate(command, patience()),
  putEvidence: (command) => handovers.putEvidence.mutate(command, patience()),
});
