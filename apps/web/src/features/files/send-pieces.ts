/** Small enough that a cut line costs little, large enough that a good one is not slowed (bytes). */
const pieceBytes = 256 * 1024;
const pauses = [0, 1_000, 3_000, 5_000];

export interface SendPieces {
  /** Of the upload that was begun. */
  readonly address: string;
  readonly blob: Blob;
  readonly onProgress: (sent: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Sends a file piece by piece, from where the server says that it stopped. Tries again for some
 * seconds. @throws when the line stays cut: what has arrived stays there, and a later call goes on
 */
export async function sendPieces(options: SendPieces): Promise<void> {
  // Who sends nothing loads nothing.
  const { Upload } = await import("tus-js-client");
  return new Promise((resolve, reject) => {
    const upload = new Upload(options.blob, {
      uploadUrl: options.address,
      chunkSize: pieceBytes,
      retryDelays: pauses,
      storeFingerprintForResuming: false,
      onProgress: (sent) => options.onProgress(sent),
      onChunkComplete: (_, accepted) => options.onProgress(accepted),
      onSuccess: () => resolve(),
      onError: reject,
    });
    options.signal.addEventListener("abort", () => {
      void upload.abort();
      reject(new DOMException("cancelled", "AbortError"));
    });
    upload.start();
  });
}
