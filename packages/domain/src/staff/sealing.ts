/** What is sealed of a handover and of its photo: each with an id and a place of its own. */
export const handoverSeal = "handovers.record";
export const evidenceSeal = "handovers.evidence";

/** What is sealed of a photo that goes with a new case: by an id of its own, which its record tells of. */
export const casePhotoSeal = "cases.photo";

/** Photos lie beside the record that tells of them: nobody decides about one by itself. */
export const photoSeals: readonly string[] = [evidenceSeal, casePhotoSeal];

/** Bytes of one photo or signature: the phone makes it smaller first. */
export const mostPhotoBytes = 300 * 1024;
/** What sealing adds: key, nonce and tag. */
const sealOverhead = 65 + 12 + 16;
export const mostSealedPhoto = mostPhotoBytes + sealOverhead;
/** The largest part of a photo on its way. */
export const photoPartBytes = 64 * 1024;

/** What a village does on a case that its phone brought along (domain/cases/phone-acts.ts). */
export const phoneActs = [
  "cases.confirm",
  "cases.reopen",
  "cases.relay",
  "referrals.accept",
  "referrals.decline",
  "referrals.finish",
] as const;
export type PhoneAct = (typeof phoneActs)[number];

/** A problem, or somebody who needs help, that a crew was told of on its trip. */
export const tripCaseSeal = "trips.open-case";

/** Commands that a phone may seal and send later, one by one. */
export const sealedCommands = ["cases.open", tripCaseSeal, ...phoneActs] as const;
export type SealedCommand = (typeof sealedCommands)[number];

/** So long may a phone hold what was downloaded, a trip or the cases of a village. */
export const downloadLifetimeMs = 7 * 86_400_000;

/** Bound to the ciphertext: a record moved to another device, act or command does not open. */
export const sealedPlace = (r: {
  deviceId: string;
  clientActionId: string;
  command: string;
}): string => `${r.deviceId}|${r.clientActionId}|${r.command}`;

/** Lengths of the sealed layout, in bytes, and the label of the key derivation. */
export const sealedLayout = { publicKey: 65, nonce: 12, info: "rembuk sealed record" } as const;
