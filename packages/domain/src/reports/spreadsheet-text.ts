const startsFormula = /^[\s\u00a0]*[=+\-@|%]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 forbids them, and a table is XML
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g;

/**
 * Text that somebody wrote, for a cell of a spreadsheet: what a program might take for a formula gets
 * an apostrophe before it (OWASP, CSV injection), also after the table was saved in another format.
 * @param most characters that are kept; Excel takes 32,767 in a cell
 */
export const spreadsheetText = (text: string, most = 1_000): string => {
  const plain = text.replace(/[\t\r\n]+/g, " ").replace(control, "");
  const cut = plain.length > most ? `${plain.slice(0, most - 1)}…` : plain;
  return startsFormula.test(cut) ? `'${cut}` : cut;
};
