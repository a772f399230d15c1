import { createClient } from "@/lib/trpc-client";
import { readFieldFact } from "./field/field-database";
import { flushField } from "./field/field-outbox";
import { fieldSendOver } from "./field/field-send-over";
import { keptDatabases, phoneDatabase, tripDatabase } from "./kept-databases";
import { flushOutbox } from "./outbox";
import { sendOver } from "./send-over";

/** Nobody is there: it does not keep a session alive. */
const nobodyThere = () => 86_400;

/**
 * In the service worker: sends all that waits on this phone, under the lock that a page sends under.
 * @throws when something waits still that may go later: the browser asks again then
 */
export async function sendInBackground(): Promise<void> {
  const kept = await keptDatabases();
  const client = createClient(nobodyThere);
  const own = kept.has(tripDatabase) ? await readFieldFact("device") : null;
  const ends: string[] = [];
  if (kept.has(phoneDatabase)) {
    const { send, put } = sendOver(client, own?.deviceId ?? null);
    ends.push(await flushOutbox(send, put));
  }
  if (own) ends.push(await flushField(own, fieldSendOver(client)));
  if (ends.includes("offline") || ends.includes("busy")) throw new Error("something waits still");
}
