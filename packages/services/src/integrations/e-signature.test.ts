import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { eSignatureOf, httpESignature } from "./e-signature";

const secret = { identityNumber: "6311070101900001", passphrase: "kata sandi rahasia" };
const drawn = Buffer.from("%PDF-1.7 surat");
const signed = Buffer.from("%PDF-1.7 surat /ByteRange [0 10 20 30]");
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
  vi.restoreAllMocks();
});

interface Heard {
  readonly url: string | undefined;
  readonly authorization: string | undefined;
  readonly form: FormData;
}

/** A signing client on this machine; what it heard is kept. */
const service = async (
  answer: (response: ServerResponse, request: IncomingMessage) => void,
): Promise<{ readonly url: string; readonly heard: Heard[] }> => {
  const heard: Heard[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const headers = { "content-type": request.headers["content-type"] ?? "" };
    const body = new Uint8Array(Buffer.concat(parts));
    const form = await new Response(body, { headers }).formData();
    heard.push({ url: request.url, authorization: request.headers.authorization, form });
    answer(response, request);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, heard };
};
const told = (status: number, body: unknown) => (response: ServerResponse) => {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
};
const gave = (pdf: Uint8Array) => (response: ServerResponse) => {
  response.writeHead(200, { "content-type": "application/pdf" });
  response.end(pdf);
};
const at = (url: string, timeoutMs = 2_000) =>
  httpESignature({ url, user: "kantor", password: "sandi-kantor", timeoutMs });

describe("the signing client over HTTP", () => {
  it("is sent PDF, NIK and passphrase under the office's sign-in, and gives the signed PDF", async () => {
    const { url, heard } = await service(gave(signed));
    const answer = await at(url).sign(drawn, secret);
    expect(answer).toEqual({ outcome: "signed", pdf: signed });
    const [one] = heard;
    expect(one?.url).toBe("/api/sign/pdf");
    expect(one?.authorization).toBe(
      `Basic ${Buffer.from("kantor:sandi-kantor").toString("base64")}`,
    );
    expect(one?.form.get("nik")).toBe(secret.identityNumber);
    expect(one?.form.get("passphrase")).toBe(secret.passphrase);
    const file = one?.form.get("file") as File;
    expect(Buffer.from(await file.arrayBuffer()).equals(drawn)).toBe(true);
  });

  it("tells a wrong passphrase from a certificate that cannot sign", async () => {
    const wrong = await service(told(400, { status_code: 2031, error: "Passphrase anda salah" }));
    expect(await at(wrong.url).sign(drawn, secret)).toEqual({ outcome: "wrong-passphrase" });
    const expired = await service(
      told(400, { status_code: 2021, error: "Sertifikat kedaluwarsa" }),
    );
    expect(await at(expired.url).sign(drawn, secret)).toEqual({ outcome: "refused" });
  });

  it.each<[string, (response: ServerResponse) => void]>([
    ["its own sign-in is refused", told(401, { error: "Unauthorized" })],
    ["something else is at the address", told(404, {})],
    ["it broke", told(500, { error: "x" })],
    [
      "it refuses in no words that can be read",
      (response) => response.writeHead(400).end("<html>"),
    ],
    ["it gives back a PDF without a signature", gave(drawn)],
    ["it gives back no PDF", gave(Buffer.from("<html>/ByteRange"))],
    ["it gives back far too much", gave(Buffer.alloc(21 * 1024 * 1024, "%"))],
    ["it breaks off", (response) => response.destroy()],
  ])("is unavailable when %s", async (_what, answer) => {
    const { url } = await service(answer);
    expect(await at(url).sign(drawn, secret)).toEqual({ outcome: "unavailable" });
  });

  it("is unavailable when it is silent too long, and when nobody is there", async () => {
    const silent = await service(() => undefined);
    const before = Date.now();
    expect(await at(silent.url, 200).sign(drawn, secret)).toEqual({ outcome: "unavailable" });
    expect(Date.now() - before).toBeLessThan(1_500);
    expect(await at("http://127.0.0.1:1").sign(drawn, secret)).toEqual({ outcome: "unavailable" });
  });

  it("does not carry the passphrase on to where the answer points", async () => {
    const other = await service(gave(signed));
    const { url } = await service((response) =>
      response.writeHead(307, { location: `${other.url}/api/sign/pdf` }).end(),
    );
    expect(await at(url).sign(drawn, secret)).toEqual({ outcome: "unavailable" });
    expect(other.heard).toEqual([]);
  });

  it("writes nothing of what was typed anywhere", async () => {
    const spoken: unknown[] = [];
    for (const way of ["log", "info", "warn", "error", "debug"] as const)
      vi.spyOn(console, way).mockImplementation((...words) => spoken.push(...words));
    const { url } = await service(told(400, { status_code: 2031 }));
    const answer = await at(url).sign(drawn, secret);
    expect(JSON.stringify([answer, spoken])).not.toMatch(/rahasia|6311070101900001/);
  });
});

it("is off unless all of it is set", () => {
  const all = { ESIGN_URL: "http://127.0.0.1:1", ESIGN_USER: "a", ESIGN_PASSWORD: "b" };
  const env = (change: object) => eSignatureOf({ ...all, ESIGN_TIMEOUT_SECONDS: 5, ...change });
  expect(env({})).not.toBeNull();
  for (const name of Object.keys(all)) expect(env({ [name]: undefined })).toBeNull();
});
