import "server-only";
import {
  attachScanCommand,
  issueLetterCommand,
  saveLetterCommand,
  saveLetterSettingCommand,
  signLetterCommand,
  voidLetterCommand,
} from "@rembuk/domain/letters/commands";
import { issueLetter } from "@rembuk/services/letters/issue-letter";
import { listLetters, showSetting } from "@rembuk/services/letters/queries";
import { saveLetter } from "@rembuk/services/letters/save-letter";
import { saveSetting } from "@rembuk/services/letters/save-setting";
import { signLetter } from "@rembuk/services/letters/sign-letter";
import { stampScan } from "@rembuk/services/letters/stamp-scan";
import { voidLetter } from "@rembuk/services/letters/void-letter";
import { z } from "zod";
import { eSignature, withSignature } from "@/server/e-signature";
import { router, staffProcedure } from "@/server/trpc/procedures";

const drafter = staffProcedure.meta({ permission: "letter.draft" });
const issuer = staffProcedure.meta({ permission: "letter.issue" });
const editor = staffProcedure.meta({ permission: "rules.edit" });

/** Letters of a case, and how an office numbers them. */
export const lettersRouter = router({
  list: staffProcedure
    .meta({ permission: "case.read" })
    .input(z.object({ caseId: z.uuid() }))
    .query(async ({ ctx, input }) => ({
      ...(await listLetters(ctx.service, input)),
      hasESignature: eSignature() !== null,
    })),
  save: drafter
    .input(saveLetterCommand)
    .mutation(({ ctx, input }) => saveLetter(ctx.service, input)),
  issue: issuer
    .input(issueLetterCommand)
    .mutation(({ ctx, input }) => issueLetter(ctx.service, input)),
  attachScan: drafter
    .input(attachScanCommand)
    .mutation(({ ctx, input }) => stampScan(ctx.service, input)),
  sign: issuer
    .input(signLetterCommand)
    .mutation(({ ctx, input }) => signLetter(withSignature(ctx.service), input)),
  void: issuer
    .input(voidLetterCommand)
    .mutation(({ ctx, input }) => voidLetter(ctx.service, input)),
  setting: editor
    .input(z.object({ subdistrictCode: z.string().regex(/^\d{2}\.\d{2}\.\d{2}$/) }))
    .query(({ ctx, input }) => showSetting(ctx.service, input)),
  saveSetting: editor
    .input(saveLetterSettingCommand)
    .mutation(({ ctx, input }) => saveSetting(ctx.service, input)),
});
