import { z } from "zod";
import { clientAction } from "../cases/commands";
import { letterKinds, letterNatures, signerPrefixes } from "./model";

const line = (most: number) => z.string().trim().max(most);
const letterRef = { caseId: z.uuid(), letterId: z.uuid(), version: z.int().min(0) };

export const signerInput = z.object({
  prefix: z.enum(signerPrefixes),
  position: line(120).min(3),
  ownPosition: line(120),
  name: line(120).min(3),
  nip: z
    .string()
    .trim()
    .regex(/^(\d{18}|\d{8} \d{6} \d \d{3})?$/),
  userId: z.uuid().nullish(),
});

export const letterContentInput = z.object({
  subject: line(200).min(3),
  body: line(4_000).min(3),
  addressee: line(200).min(3),
  place: line(80),
  nature: z.enum(letterNatures),
  enclosure: line(80),
  copies: z.array(line(160).min(2)).max(8).readonly(),
  instruction: line(2_000),
  signer: signerInput,
});

/** Saves a draft: a new one, or the next version of it. */
export const saveLetterCommand = z.object({
  ...clientAction,
  caseId: z.uuid(),
  letterId: z.uuid().nullish(),
  version: z.int().min(0).nullish(),
  kind: z.enum(letterKinds),
  /** The referral that a new referral letter goes with. */
  referralId: z.uuid().nullish(),
  content: letterContentInput,
});
export type SaveLetterCommand = z.infer<typeof saveLetterCommand>;

export const issueLetterCommand = z.object({ ...clientAction, ...letterRef });
export type IssueLetterCommand = z.infer<typeof issueLetterCommand>;

/** The scan of the paper that was signed by hand: a file of the same case. */
export const attachScanCommand = z.object({
  ...clientAction,
  ...letterRef,
  fileId: z.uuid(),
  /** The day beside the signature; absent: today. */
  signedOn: z.iso.date().nullish(),
});
export type AttachScanCommand = z.infer<typeof attachScanCommand>;

/** An electronic signature: NIK and passphrase are passed on and forgotten. */
export const signLetterCommand = z.object({
  ...clientAction,
  ...letterRef,
  identityNumber: z
    .string()
    .trim()
    .regex(/^\d{16}$/),
  passphrase: z.string().min(1).max(200),
});
export type SignLetterCommand = z.infer<typeof signLetterCommand>;

export const voidLetterCommand = z.object({
  ...clientAction,
  ...letterRef,
  reason: line(500).min(5),
});
export type VoidLetterCommand = z.infer<typeof voidLetterCommand>;

export const saveLetterSettingCommand = z.object({
  ...clientAction,
  subdistrictCode: z.string().regex(/^\d{2}\.\d{2}\.\d{2}$/),
  version: z.int().min(0),
  numberFormat: line(80).min(5),
  letterhead: z.array(line(120).min(2)).max(3).readonly(),
  copies: z.array(line(160).min(2)).max(8).readonly(),
});
export type SaveLetterSettingCommand = z.infer<typeof saveLetterSettingCommand>;
