import { connect, type Socket } from "node:net";

export type ScanVerdict = "clean" | "infected";

/** Looks for known malware. */
export interface VirusScanner {
  /** @throws when it is away, busy or answers nonsense: the file is held */
  scan(bytes: Uint8Array): Promise<ScanVerdict>;
}

const piece = 262_144;
const patienceMs = 30_000;

/** clamd's INSTREAM: pieces, each after its length in four bytes, and an empty one at the end. */
const send = (socket: Socket, bytes: Uint8Array): void => {
  socket.write("zINSTREAM\0");
  for (let at = 0; at < bytes.length; at += piece) {
    const part = bytes.subarray(at, at + piece);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(part.length);
    socket.write(length);
    socket.write(part);
  }
  socket.write(Buffer.alloc(4));
};

const verdictOf = (answer: string): ScanVerdict => {
  if (/^stream: OK\0?$/.test(answer)) return "clean";
  if (/^stream: .+ FOUND\0?$/.test(answer)) return "infected";
  throw new Error("the scanner gave no verdict");
};

const ask = (host: string, port: number, bytes: Uint8Array): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect({ host, port });
    const parts: Buffer[] = [];
    const deadline = setTimeout(
      () => socket.destroy(new Error("the scanner is silent")),
      patienceMs,
    );
    socket.on("connect", () => send(socket, bytes));
    socket.on("data", (part: Buffer) => {
      parts.push(part);
      if (part.includes(0)) socket.end();
    });
    socket.on("error", reject);
    socket.on("close", () => {
      clearTimeout(deadline);
      resolve(Buffer.concat(parts).toString("utf8"));
    });
  });

/** ClamAV's daemon over TCP. @param address `host:port`, usually port 3310 */
export const clamdScanner = (address: string): VirusScanner => {
  const at = address.lastIndexOf(":");
  const host = address.slice(0, at);
  const port = Number(address.slice(at + 1));
  return { scan: async (bytes) => verdictOf(await ask(host, port, bytes)) };
};
