import "server-only";
import { mkdirSync } from "node:fs";
import type { Actor } from "@rembuk/domain/access/actor";
import type { ServiceContext } from "@rembuk/services/context";
import {
  type FileContext,
  type FileParts,
  fileSettings,
  openFileParts,
} from "@rembuk/services/integrations/file-parts";
import { env } from "@/env";
import { oncePerProcess } from "@/server/once-per-process";
import { serviceContext } from "@/server/service-context";

const openParts = (): FileParts => {
  const parts = openFileParts(fileSettings(env()));
  // Nobody else on this machine looks into what has just arrived.
  mkdirSync(parts.uploads.directory, { recursive: true, mode: 0o700 });
  return parts;
};

/** Store, upload area and scanner of this process. */
export const fileParts = (): FileParts => oncePerProcess("file parts", openParts);

/** The context of use cases about files, from the one of a request. */
export const withFiles = (service: ServiceContext): FileContext => ({
  ...service,
  files: fileParts(),
});

export const fileContext = (actor: Actor): FileContext => withFiles(serviceContext(actor));
