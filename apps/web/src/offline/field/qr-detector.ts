/** Reads QR codes out of pictures, as browsers with BarcodeDetector do. */
export interface QrDetector {
  detect(source: ImageBitmapSource): Promise<readonly { readonly rawValue: string }[]>;
}
interface QrDetectorClass {
  new (options: { formats: string[] }): QrDetector;
  getSupportedFormats(): Promise<readonly string[]>;
}

const formats = ["qr_code"];

const ownDetector = async (): Promise<QrDetector | null> => {
  const { BarcodeDetector: Own } = globalThis as { BarcodeDetector?: QrDetectorClass };
  const known = (await Own?.getSupportedFormats().catch(() => [])) ?? [];
  return Own && known.includes("qr_code") ? new Own({ formats }) : null;
};

const foreign = () => import("qr/decode.js");

/** The browser's own, or a library that is loaded only then. @throws when that cannot be loaded */
export async function openQrDetector(): Promise<QrDetector> {
  const own = await ownDetector();
  if (own) return own;
  const { BarcodeDetector: Foreign } = await foreign();
  return new Foreign({ formats: ["qr_code"] });
}

/** With network: the library is here before the page is kept, where the browser has no reader of its own. */
export async function fetchQrDetector(): Promise<void> {
  if (!(await ownDetector())) await foreign();
}
