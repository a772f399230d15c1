import {
  createCipheriv,
  createDecipheriv,
  createHash,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";
import { readFileSync } from "node:fs";
import { Transform } from "node:stream";

/**
 * Files of a backup under AES-256-GCM, in pieces, so that a table of any size needs little memory.
 * Layout: mark (8), salt (16), then pieces: nonce counter implied, 64 KiB of text, tag (16). The key
 * of a file comes from the backup key and the salt by HKDF; the additional data names the file and
 * says whether the piece is the last, so that nothing can be swapped, dropped or cut off unnoticed.
 */
const mark = Buffer.from("RMBKBK01");
const saltBytes = 16;
const tagBytes = 16;
const pieceBytes = 64 * 1024;

/** The key that seals backups: 32 bytes in base64, alone in a file. @throws when it is not that */
export const readBackupKey = (file: string): Buffer => {
  const key = Buffer.from(readFileSync(file, "utf8").trim(), "base64");
  if (key.length !== 32) throw new Error(`${file} is no backup key (32 bytes in base64)`);
  return key;
};

const pieceKey = (key: Buffer, salt: Buffer): Buffer =>
  Buffer.from(hkdfSync("sha256", key, salt, "rembuk backup", 32));
const nonceOf = (count: number): Buffer => {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(count, 8);
  return nonce;
};
const about = (path: string, isLast: boolean): Buffer =>
  createHash("sha256")
    .update(`${isLast ? "last" : "more"}:${path}`)
    .digest();

/** @param path of the file inside the backup, which the text is bound to */
export const sealStream = (key: Buffer, path: string): Transform => {
  const salt = randomBytes(saltBytes);
  const own = pieceKey(key, salt);
  let waiting = Buffer.alloc(0);
  let count = 0;
  const piece = (text: Buffer, isLast: boolean): Buffer => {
    const cipher = createCipheriv("aes-256-gcm", own, nonceOf(count)).setAAD(about(path, isLast));
    count += 1;
    return Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()]);
  };
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      waiting = Buffer.concat([waiting, chunk]);
      // One piece stays behind: only the end knows which is the last.
      while (waiting.length > pieceBytes) {
        this.push(piece(waiting.subarray(0, pieceBytes), false));
        waiting = waiting.subarray(pieceBytes);
      }
      done();
    },
    flush(done) {
      this.push(piece(waiting, true));
      done();
    },
  });
  stream.push(Buffer.concat([mark, salt]));
  return stream;
};

/** Opens what {@link sealStream} made. Ends with an error when the key or the place is another. */
export const openStream = (key: Buffer, path: string): Transform => {
  let waiting = Buffer.alloc(0);
  let own: Buffer | null = null;
  let count = 0;
  const begin = (): boolean => {
    const head = mark.length + saltBytes;
    if (waiting.length < head) return false;
    if (!timingSafeEqual(waiting.subarray(0, mark.length), mark)) {
      throw new Error(`${path} is no sealed file of a backup`);
    }
    own = pieceKey(key, waiting.subarray(mark.length, head));
    waiting = waiting.subarray(head);
    return true;
  };
  const open = (sealed: Buffer, isLast: boolean): Buffer => {
    if (own === null) throw new Error(`${path} is cut off`);
    const decipher = createDecipheriv("aes-256-gcm", own, nonceOf(count))
      .setAAD(about(path, isLast))
      .setAuthTag(sealed.subarray(sealed.length - tagBytes));
    count += 1;
    const text = decipher.update(sealed.subarray(0, sealed.length - tagBytes));
    try {
      return Buffer.concat([text, decipher.final()]);
    } catch {
      throw new Error(`${path} does not open: another backup key, or the file was changed`);
    }
  };
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      try {
        waiting = Buffer.concat([waiting, chunk]);
        if (own === null && !begin()) return done();
        while (waiting.length > pieceBytes + tagBytes) {
          this.push(open(waiting.subarray(0, pieceBytes + tagBytes), false));
          waiting = waiting.subarray(pieceBytes + tagBytes);
        }
        done();
      } catch (error) {
        done(error as Error);
      }
    },
    flush(done) {
      try {
        if (waiting.length < tagBytes) throw new Error(`${path} is cut off`);
        this.push(open(waiting, true));
        done();
      } catch (error) {
        done(error as Error);
      }
    },
  });
};
