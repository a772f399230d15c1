/** A count as people type it: "1.250" and " 40 " are whole numbers; null: none. */
export const wholeNumber = (text: string): number | null => {
  const plain = text.trim().replace(/\.(?=\d{3}\b)/g, "");
  return /^\d{1,10}$/.test(plain) ? Number(plain) : null;
};
