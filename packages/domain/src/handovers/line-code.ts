/** Without letters that are mistaken for figures or for one another. */
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const length = 7;

/**
 * The short code of a line of the manifest, as it stands on paper and in its QR: 35 bits of the line's own id, which
 * is random there. It says nothing of the person, and is only looked up in the list of the trip at hand.
 */
export const lineCode = (lineId: string): string => {
  let rest = BigInt(`0x${lineId.replaceAll("-", "").slice(-9)}`);
  let code = "";
  for (let at = 0; at < length; at += 1) {
    code = (letters[Number(rest & 31n)] ?? "") + code;
    rest >>= 5n;
  }
  return `${code.slice(0, 3)}-${code.slice(3)}`;
};

/** A code as it was typed or scanned: small letters, missing dashes, O for 0 and I or L for 1. Null: none. */
export const readLineCode = (text: string): string | null => {
  const plain = text.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  const isCode = plain.length === length && [...plain].every((one) => letters.includes(one));
  return isCode ? `${plain.slice(0, 3)}-${plain.slice(3)}` : null;
};
