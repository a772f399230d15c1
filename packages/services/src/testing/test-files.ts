import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ServiceContext } from "../context";
import { type FileContext, openFileParts } from "../integrations/file-parts";

/** Store and upload area of a test, in a directory of its own; no scanner. */
export const testFiles = () => {
  const directory = mkdtempSync(join(tmpdir(), "rembuk-files-"));
  const files = openFileParts({ directory, s3: null, clamd: null });
  return {
    with: (ctx: ServiceContext): FileContext => ({ ...ctx, files }),
    drop: (): void => rmSync(directory, { recursive: true, force: true }),
  };
};
