import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { type FileStore, FileStoreError, requireKey } from "./file-store";

export interface S3Settings {
  /** https://s3.example.go.id; of Amazon itself too. */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Any store that speaks S3 (MinIO, Garage, Ceph, Amazon). What lies there is sealed already. */
export const s3FileStore = (settings: S3Settings): FileStore => {
  const { endpoint, region, bucket, accessKeyId, secretAccessKey } = settings;
  const client = new S3Client({
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
