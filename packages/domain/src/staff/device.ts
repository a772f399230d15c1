import { z } from "zod";
import { sealedCommands } from "./sealing";

/** What a phone tells when it is set up at the office. */
export const registerDeviceCommand = z.object({
  clientActionId: z.uuid(),
  label: z.string().trim().min(1).max(60),
  villageCode: z.string().regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/),
});
export type RegisterDeviceCommand = z.infer<typeof registerDeviceCommand>;

/** A phone of somebody who goes along on trips: for no village, for the kecamatan of the post. */
export const registerFieldDeviceCommand = z.object({
  clientActionId: z.uuid(),
  label: z.string().trim().min(1).max(60),
});
export type RegisterFieldDeviceCommand = z.infer<typeof registerFieldDeviceCommand>;

/** The village's open cases are brought onto its phone. */
export const takeVillageCasesCommand = z.object({
  clientActionId: z.uuid(),
  deviceId: z.uuid(),
});
export type TakeVillageCasesCommand = z.infer<typeof takeVillageCasesCommand>;

const longestSealedText = 64_000;

/** One sealed record of the outbox; nothing in it is readable but ids and the time. */
export const replayCommand = z.object({
  deviceId: z.uuid(),
  clientActionId: z.uuid(),
  command: z.enum(sealedCommands),
  capturedAt: z.date(),
  /** base64: ephemeral public key (65 bytes), nonce (12), ciphertext with tag */
  sealed: z.base64().max(longestSealedText),
  /** Records still on the phone, with this one. */
  unsynced: z.int().min(0).max(100_000).optional(),
  /** The phone that sends it, where another one sealed it: only what was told on a trip is carried. */
  carrierId: z.uuid().optional(),
});
export type ReplayCommand = z.infer<typeof replayCommand>;
