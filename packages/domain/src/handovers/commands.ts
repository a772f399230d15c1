import { z } from "zod";
import { handoverOutcomes } from "../aid/entitling";
import { clientAction } from "../cases/commands";
import { mostPhotoBytes, mostSealedPhoto, photoPartBytes } from "../staff/sealing";
import { handsOver, mostBatch, proxyRelations } from "./model";
import { judgements, settleChoices } from "./settling";

const line = (most: number, least = 1) => z.string().trim().min(least).max(most);

export const evidenceKinds = ["photo", "signature"] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];
export const nikAbsences = ["not-issued", "lost", "not-recorded"] as const;

const evidence = z.object({
  id: z.uuid(),
  kind: z.enum(evidenceKinds),
  size: z.int().min(1).max(mostPhotoBytes),
  /** Of the bytes, hex: half a photo is none. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type HandoverEvidence = z.infer<typeof evidence>;

const receiver = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("self") }),
  z.object({ kind: z.literal("proxy"), name: line(120, 2), relation: z.enum(proxyRelations) }),
]);

/** Somebody who stands on no line: a candidate until the village puts them into its registry. */
const newcomer = z
  .object({
    name: line(120),
    nik: z
      .string()
      .regex(/^\d{16}$/)
      .nullable(),
    nikMissing: z.enum(nikAbsences).nullable(),
  })
  .refine(({ nik, nikMissing }) => (nik === null) !== (nikMissing === null), { path: ["nik"] });

/** What a phone seals of one handover. Id, phone and its time are bound outside the seal. */
export const handoverBody = z
  .object({
    tripId: z.uuid(),
    stopId: z.uuid(),
    lineId: z.uuid().nullable(),
    goodsId: z.uuid().nullable(),
    person: newcomer.nullable(),
    outcome: z.enum([...handoverOutcomes, "void"]),
    quantity: z.int().min(0).max(1_000_000),
    receiver: receiver.nullable(),
    /** The typed NIK against the trip's keyed hash; null: nobody typed one. */
    nikMatches: z.boolean().nullable(),
    place: z
      .object({
        latitude: z.number().min(-90).max(90),
        longitude: z.number().min(-180).max(180),
        accuracyMeters: z.number().min(0).max(1_000_000),
      })
      .nullable(),
    witness: z.object({ name: line(120, 2), position: line(120, 0) }).nullable(),
    note: line(500, 0),
    evidence: z.array(evidence).max(4).readonly(),
    correctsId: z.uuid().nullable(),
  })
  .refine((one) => (one.lineId === null) === (one.person !== null), { path: ["person"] })
  .refine((one) => one.outcome !== "void" || one.correctsId !== null, { path: ["outcome"] })
  .refine(
    ({ outcome, quantity }) =>
      outcome === "delivered" || outcome === "partial" ? quantity > 0 : quantity === 0,
    { path: ["quantity"] },
  )
  .refine(
    ({ outcome, receiver: who }) =>
      !(outcome === "delivered" || outcome === "partial") || who !== null,
    { path: ["receiver"] },
  );
export type HandoverBody = z.infer<typeof handoverBody>;

/** One sealed record as it travels; `deviceId` is the phone that sealed it, whoever carries it. */
export const sealedHandover = z.object({
  clientActionId: z.uuid(),
  deviceId: z.uuid(),
  capturedAt: z.date(),
  sealed: z.base64().max(32_000),
});
export type SealedHandover = z.infer<typeof sealedHandover>;

export const pushHandoversCommand = z.object({
  /** The phone that sends. */
  deviceId: z.uuid(),
  sentAt: z.date(),
  /** Records and photos still on it. */
  unsynced: z.int().min(0).max(100_000),
  records: z.array(sealedHandover).max(mostBatch).readonly(),
});
export type PushHandoversCommand = z.infer<typeof pushHandoversCommand>;

/** One part of a sealed photo, from `offset` of the sealed bytes. */
export const putEvidenceCommand = z.object({
  deviceId: z.uuid(),
  sealedFor: z.uuid(),
  evidenceId: z.uuid(),
  handoverId: z.uuid(),
  total: z.int().min(1).max(mostSealedPhoto),
  offset: z.int().min(0).max(mostSealedPhoto),
  part: z.base64().max(Math.ceil(photoPartBytes / 3) * 4),
});
export type PutEvidenceCommand = z.infer<typeof putEvidenceCommand>;

export const takePackageCommand = z.object({
  ...clientAction,
  tripId: z.uuid(),
  deviceId: z.uuid(),
});
export type TakePackageCommand = z.infer<typeof takePackageCommand>;

export const settleHandoverCommand = z.object({
  ...clientAction,
  handoverId: z.uuid(),
  choice: z.enum(settleChoices),
  reason: line(500, 5),
});
export type SettleHandoverCommand = z.infer<typeof settleHandoverCommand>;

export const judgeHandoverCommand = z
  .object({
    ...clientAction,
    handoverId: z.uuid(),
    judgement: z.enum(judgements),
    reason: line(500, 0),
  })
  .refine(({ judgement, reason }) => judgement !== "disputed" || reason.length >= 5, {
    path: ["reason"],
  });
export type JudgeHandoverCommand = z.infer<typeof judgeHandoverCommand>;

/** One row of the paper sheet as somebody keyed it. */
const keyedRow = z
  .object({
    lineId: z.uuid(),
    outcome: z.enum(handoverOutcomes),
    quantity: z.int().min(0).max(1_000_000),
    receiver: receiver.nullable(),
  })
  .refine(({ outcome, quantity }) => quantity > 0 === handsOver(outcome), { path: ["quantity"] })
  .refine(({ outcome, receiver: who }) => (who !== null) === handsOver(outcome), {
    path: ["receiver"],
  });
export type KeyedRow = z.infer<typeof keyedRow>;

/** The photograph of a filled sheet of one stop, and what stands on it. */
export const keySheetCommand = z.object({
  ...clientAction,
  tripId: z.uuid(),
  stopId: z.uuid(),
  /** As it was written on the sheet. */
  happenedAt: z.date(),
  /** JPEG, base64 */
  photo: z.base64().max(Math.ceil(mostPhotoBytes / 3) * 4),
  witness: z.object({ name: line(120, 2), position: line(120, 0) }).nullable(),
  rows: z.array(keyedRow).min(1).max(mostBatch).readonly(),
});
export type KeySheetCommand = z.infer<typeof keySheetCommand>;

export const tripHandoversInput = z.object({ tripId: z.uuid() });
export const showEvidenceInput = z.object({ evidenceId: z.uuid() });
