import "server-only";
import type { ServiceContext } from "@rembuk/services/context";
import { type ESignature, eSignatureOf } from "@rembuk/services/integrations/e-signature";
import type { SigningContext } from "@rembuk/services/letters/sign-letter";
import { env } from "@/env";
import { withFiles } from "@/server/files/file-context";
import { oncePerProcess } from "@/server/once-per-process";

/** The signing service of this installation; null: letters are signed by hand. */
export const eSignature = (): ESignature | null =>
  oncePerProcess("e-signature", () => eSignatureOf(env()));

export const withSignature = (service: ServiceContext): SigningContext => ({
  ...withFiles(service),
  eSignature: eSignature(),
});
