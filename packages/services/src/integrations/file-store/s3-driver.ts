import type { Readable } from "node:stream";
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import {
  type FileStore,
  FileStoreError,
  isKey,
  requireKey,
  type StoredObjects,
} from "./file-store";

export interface S3Settings {
  /** https://s3.example.go.id; of Amazon itself too. */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

const clientOf = ({ endpoint, region, accessKeyId, secretAccessKey }: S3Settings): S3Client =>
  new S3Client({
    endpoint,
    region,
    credentials: { accessKeyId, secretAccessKey },
    // Stores of one's own have no name of a host for each bucket.
    forcePathStyle: true,
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 3_000, requestTimeout: 30_000 },
  });

const told = async <T>(act: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw new FileStoreError(act, error);
  }
};

/** Everything that the application put into the bucket, page by page; what else lies there is not ours. */
export const s3Objects = (settings: S3Settings): StoredObjects => {
  const { bucket: Bucket } = settings;
  const client = clientOf(settings);
  return {
    async *list() {
      let ContinuationToken: string | undefined;
      do {
        const ask = new ListObjectsV2Command({ Bucket, ContinuationToken });
        const page = await told("list", () => client.send(ask));
        for (const { Key, Size } of page.Contents ?? [])
          if (Key !== undefined && isKey(Key)) yield { key: Key, bytes: Size ?? 0 };
        ContinuationToken = page.IsTruncated ? page.NextContinuationToken : undefined;
      } while (ContinuationToken !== undefined);
    },
    open: (key) =>
      told("open", async () => {
        try {
          const answer = await client.send(new GetObjectCommand({ Bucket, Key: requireKey(key) }));
          return (answer.Body as Readable | undefined) ?? null;
        } catch (error) {
          if (error instanceof NoSuchKey) return null;
          throw error;
        }
      }),
  };
};

/** Any store that speaks S3 (MinIO, Garage, Ceph, Amazon). What lies there is sealed already. */
export const s3FileStore = (settings: S3Settings): FileStore => {
  const { bucket } = settings;
  const client = clientOf(settings);
  const at = (key: string) => ({ Bucket: bucket, Key: requireKey(key) });
  const read = async (key: string): Promise<Uint8Array | null> => {
    try {
      const answer = await client.send(new GetObjectCommand(at(key)));
      return (await answer.Body?.transformToByteArray()) ?? null;
    } catch (error) {
      if (error instanceof NoSuchKey) return null;
      throw error;
    }
  };
  return {
    put: (key, bytes) =>
      told("put", async () => {
        await client.send(
          new PutObjectCommand({
            ...at(key),
            Body: bytes,
            ContentLength: bytes.byteLength,
            ContentType: "application/octet-stream",
          }),
        );
      }),
    get: (key) => told("get", () => read(key)),
    remove: (key) =>
      told("remove", async () => {
        await client.send(new DeleteObjectCommand(at(key)));
      }),
  };
};
