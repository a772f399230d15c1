/** What the signer gives at the moment of signing. Never kept, never logged, in no error. */
export interface SignerSecret {
  /** The NIK that the certificate is issued to. */
  readonly identityNumber: string;
  readonly passphrase: string;
}

/**
 * - signed: the PDF with its signature in it
 * - wrong-passphrase: the signer may try again
 * - refused: this signer cannot sign there (no certificate, expired, suspended)
 * - unavailable: away, too slow, or it answered what cannot be used; nothing was signed as far as is known
 */
export type SigningAnswer =
  | { readonly outcome: "signed"; readonly pdf: Uint8Array }
  | { readonly outcome: "wrong-passphrase" | "refused" | "unavailable" };

/** Signs a PDF in somebody's name, with their consent of that moment. */
export interface ESignature {
  readonly sign: (pdf: Uint8Array, secret: SignerSecret) => Promise<SigningAnswer>;
}

export interface ESignSettings {
  /** Origin of the signing client, as BSrE's "esign client service" is installed in an office's network. */
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly timeoutMs: number;
}

/** As the web reads them from its environment; absent: there is no electronic signature. */
export interface ESignEnvironment {
  readonly ESIGN_URL?: string | undefined;
  readonly ESIGN_USER?: string | undefined;
  readonly ESIGN_PASSWORD?: string | undefined;
  readonly ESIGN_TIMEOUT_SECONDS: number;
}

/** Longest answer that is read: a signed letter is a few hundred kilobytes. */
const mostBytes = 20 * 1024 * 1024;
/** BSrE's own code in the body of a 400: "Passphrase anda salah". */
const wrongPassphrase = 2031;

const unavailable: SigningAnswer = { outcome: "unavailable" };

/** A PDF is taken for signed only when a signature's byte range stands in it. */
const isSignedPdf = (bytes: Buffer): boolean =>
  bytes.subarray(0, 5).toString("latin1") === "%PDF-" && bytes.includes("/ByteRange");

/** Reads no further than `mostBytes`; null beyond it. */
const readBody = async (answer: Response): Promise<Buffer | null> => {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of answer.body ?? []) {
    size += part.length;
    if (size > mostBytes) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
};

const refusalOf = (status: number, body: Buffer | null): SigningAnswer => {
  // Our own sign-in was refused, or there is something else at this address: not the signer's doing.
  if (status === 401 || status === 403 || status === 404 || status >= 500) return unavailable;
  try {
    const told: unknown = JSON.parse(body?.toString("utf8") ?? "");
    const code = (told as { readonly status_code?: unknown } | null)?.status_code;
    return { outcome: Number(code) === wrongPassphrase ? "wrong-passphrase" : "refused" };
  } catch {
    return unavailable;
  }
};

const formOf = (pdf: Uint8Array, secret: SignerSecret): FormData => {
  const form = new FormData();
  form.set("file", new Blob([Uint8Array.from(pdf)], { type: "application/pdf" }), "surat.pdf");
  form.set("nik", secret.identityNumber);
  form.set("passphrase", secret.passphrase);
  // The name stands on the paper already; the signature itself shows in every reader of PDF.
  form.set("tampilan", "invisible");
  return form;
};

/**
 * The way of BSrE's esign client: `POST <url>/api/sign/pdf` as multipart form (`file`, `nik`,
 * `passphrase`, `tampilan`) under HTTP basic sign-in of the office; 200 with the signed PDF, or 400 with
 * `{ status_code, error }`. It never throws: an error could carry what was sent.
 */
export const httpESignature = (settings: ESignSettings): ESignature => {
  const address = new URL("/api/sign/pdf", settings.url);
  const basic = Buffer.from(`${settings.user}:${settings.password}`).toString("base64");
  return {
    sign: async (pdf, secret) => {
      try {
        const answer = await fetch(address, {
          method: "POST",
          headers: { authorization: `Basic ${basic}` },
          body: formOf(pdf, secret),
          // A passphrase is not sent on to wherever the answer points.
          redirect: "error",
          signal: AbortSignal.timeout(settings.timeoutMs),
        });
        const body = await readBody(answer);
        if (!answer.ok) return refusalOf(answer.status, body);
        return body && isSignedPdf(body) ? { outcome: "signed", pdf: body } : unavailable;
      } catch {
        return unavailable;
      }
    },
  };
};

/** Null unless all of it is set: then letters are signed by hand alone. */
export const eSignatureOf = (env: ESignEnvironment): ESignature | null =>
  env.ESIGN_URL && env.ESIGN_USER && env.ESIGN_PASSWORD
    ? httpESignature({
        url: env.ESIGN_URL,
        user: env.ESIGN_USER,
        password: env.ESIGN_PASSWORD,
        timeoutMs: env.ESIGN_TIMEOUT_SECONDS * 1_000,
      })
    : null;
