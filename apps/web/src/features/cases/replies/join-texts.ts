/** Prepared words after what somebody wrote already: nothing that was typed is lost. */
export const joinTexts = (written: string, prepared: string | undefined): string => {
  if (!prepared) return written;
  if (!written.trim() || written.trim() === prepared.trim()) return prepared;
  return `${written.trimEnd()}\n${prepared}`;
};
