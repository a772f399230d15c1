import { join } from "node:path";
import type { ServiceContext } from "../context";
import { diskFileStore } from "./file-store/disk-driver";
import type { FileStore } from "./file-store/file-store";
import { type S3Settings, s3FileStore } from "./file-store/s3-driver";
import { type UploadArea, uploadArea } from "./upload-area";
import { clamdScanner, type VirusScanner } from "./virus-scanner";

/** What use cases about files need besides the database. */
export interface FileParts {
  readonly store: FileStore;
  readonly uploads: UploadArea;
  /** Null: none is set up; files are served and marked as not scanned. */
  readonly scanner: VirusScanner | null;
}

/** The context of a use case about files. */
export interface FileContext extends ServiceContext {
  readonly files: FileParts;
}

export interface FileSettings {
  /** Uploads on their way, and the files themselves unless S3 holds them. */
  readonly directory: string;
  readonly s3: S3Settings | null;
  /** `host:port` of clamd. */
  readonly clamd: string | null;
}

/** As both processes read them from their environment. */
export interface FileEnvironment {
  readonly FILES_DIR: string;
  readonly S3_ENDPOINT?: string | undefined;
  readonly S3_REGION: string;
  readonly S3_BUCKET?: string | undefined;
  readonly S3_ACCESS_KEY_ID?: string | undefined;
  readonly S3_SECRET_ACCESS_KEY?: string | undefined;
  readonly CLAMD_ADDRESS?: string | undefined;
}

/** Null: the disk holds the files. */
export const s3Of = (env: Omit<FileEnvironment, "FILES_DIR">): S3Settings | null =>
  env.S3_ENDPOINT && env.S3_BUCKET && env.S3_ACCESS_KEY_ID && env.S3_SECRET_ACCESS_KEY
    ? {
        endpoint: env.S3_ENDPOINT,
        region: env.S3_REGION,
        bucket: env.S3_BUCKET,
        accessKeyId: env.S3_ACCESS_KEY_ID,
        secretAccessKey: env.S3_SECRET_ACCESS_KEY,
      }
    : null;

export const fileSettings = (env: FileEnvironment): FileSettings => ({
  directory: env.FILES_DIR,
  s3: s3Of(env),
  clamd: env.CLAMD_ADDRESS ?? null,
});

/** Below FILES_DIR, where the disk holds the files. */
export const storeDirectory = "store";

export const openFileParts = ({ directory, s3, clamd }: FileSettings): FileParts => ({
  store: s3 ? s3FileStore(s3) : diskFileStore(join(directory, storeDirectory)),
  uploads: uploadArea(join(directory, "uploads")),
  scanner: clamd ? clamdScanner(clamd) : null,
});
