let handed: { readonly caseId: string; readonly files: readonly File[] } | null = null;

/**
 * Hands photos from the form that made a case to the page that may attach them. They lie in this
 * page's memory alone: a reload forgets them, and nothing of them is written down.
 */
export function handOverFiles(caseId: string, files: readonly File[]): void {
  handed = files.length > 0 ? { caseId, files } : null;
}

/** The files handed over for this case; taken once and then gone. */
export function takeHandedFiles(caseId: string): readonly File[] {
  const files = handed?.caseId === caseId ? handed.files : [];
  if (files.length > 0) handed = null;
  return files;
}
