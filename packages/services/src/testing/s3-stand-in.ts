import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { S3Settings } from "../integrations/file-store/s3-driver";

const bucket = "rembuk";
/** Objects on a page: few, so that every list has several. */
const pageSize = 3;

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
};

const xml = (response: ServerResponse, status: number, body: string) => {
  const text = `<?xml version="1.0" encoding="UTF-8"?>${body}`;
  response.writeHead(status, {
    "content-type": "application/xml",
    "content-length": Buffer.byteLength(text),
  });
  response.end(text);
};

const listing = (objects: ReadonlyMap<string, Buffer>, after: string): string => {
  const keys = [...objects.keys()].sort().filter((key) => key > after);
  const page = keys.slice(0, pageSize);
  const contents = page.map(
    (key) => `<Contents><Key>${key}</Key><Size>${objects.get(key)?.length ?? 0}</Size></Contents>`,
  );
  const next =
    keys.length > page.length
      ? `<IsTruncated>true</IsTruncated><NextContinuationToken>${page.at(-1)}</NextContinuationToken>`
      : "<IsTruncated>false</IsTruncated>";
  return `<ListBucketResult><Name>${bucket}</Name><KeyCount>${page.length}</KeyCount>${next}${contents.join("")}</ListBucketResult>`;
};

export interface S3StandIn {
  readonly settings: S3Settings;
  /** By key, without the bucket. */
  readonly objects: Map<string, Buffer>;
  /** Keys that were read. */
  readonly reads: string[];
  /** Paths that were asked for without a signature. */
  readonly unsigned: string[];
  close(): Promise<void>;
}

/** As much of S3 as the driver speaks, on this machine: put, get, delete and list, by path. */
export const startS3StandIn = async (): Promise<S3StandIn> => {
  const objects = new Map<string, Buffer>();
  const reads: string[] = [];
  const unsigned: string[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://stand-in");
    if (!/^AWS4-HMAC-SHA256 Credential=id\//.test(request.headers.authorization ?? ""))
      unsigned.push(pathname);
    const key = pathname.slice(`/${bucket}/`.length);
    if (request.method === "GET" && searchParams.get("list-type") === "2")
      return xml(response, 200, listing(objects, searchParams.get("continuation-token") ?? ""));
    const found = objects.get(key);
    if (request.method === "GET") reads.push(key);
    if (request.method === "PUT") objects.set(key, await bodyOf(request));
    if (request.method === "DELETE") objects.delete(key);
    if (request.method === "GET" && !found)
      return xml(response, 404, "<Error><Code>NoSuchKey</Code></Error>");
    const length = request.method === "GET" ? (found?.length ?? 0) : 0;
    response.writeHead(request.method === "DELETE" ? 204 : 200, { "content-length": length });
    response.end(request.method === "GET" ? found : undefined);
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  const settings = {
    ...{ endpoint: `http://127.0.0.1:${port}`, region: "us-east-1", bucket },
    ...{ accessKeyId: "id", secretAccessKey: "rahasia" },
  };
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { settings, objects, reads, unsigned, close };
};
