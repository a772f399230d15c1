import { isImageKind, kindOf, refusalByHead } from "@rembuk/domain/files/accepted-kinds";
import { drawImage } from "./draw-image";
import { type PreparedFile, refuse } from "./file-content";
import { rebuildDocument } from "./rebuild-document";
import { rebuildPdf } from "./rebuild-pdf";

/** Files worked on at the same moment: each may take a core and some hundred MB. */
const atOnce = 2;
let running = 0;
const waiting: (() => void)[] = [];

const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
  if (running >= atOnce) await new Promise<void>((go) => waiting.push(go));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
};

/**
 * What was sent, as it may be kept: known by its own bytes, made anew, without place or script. The
 * name it came with plays no part.
 * @throws FileRefused with the reason
 */
export const prepareContent = (bytes: Buffer): Promise<PreparedFile> =>
  inTurn(async () => {
    const refusal = refusalByHead(bytes.subarray(0, 64), bytes.length);
    if (refusal) refuse(refusal);
    const kind = kindOf(bytes);
    if (isImageKind(kind)) return drawImage(bytes, kind);
    return kind === "pdf" ? rebuildPdf(bytes) : rebuildDocument(bytes);
  });
