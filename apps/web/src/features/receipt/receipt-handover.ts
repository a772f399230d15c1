const KEY = "rembuk.receipt";

/** What the receipt shows once: code and PIN are nowhere else, the server keeps hashes. */
export interface HandedReceipt {
  readonly id: string;
  readonly number: string;
  readonly code: string;
  readonly pin: string;
}

/** Hands number, code and PIN from the form to the receipt, in this tab alone. */
export function handOverReceipt(receipt: {
  readonly id: string;
  readonly number: string;
  readonly code: string | null;
  readonly pin: string | null;
}): void {
  const { code, pin } = receipt;
  // A repeated answer carries no secrets: the receipt page then offers a reprint.
  if (code === null || pin === null) return;
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ ...receipt, code, pin }));
  } catch {
    // Without storage the receipt page offers a reprint.
  }
}

/** The receipt handed over for this case, or null; it is read once and then gone. */
export function takeReceipt(caseId: string): HandedReceipt | null {
  try {
    const found = JSON.parse(sessionStorage.getItem(KEY) ?? "null") as HandedReceipt | null;
    sessionStorage.removeItem(KEY);
    return found?.id === caseId ? found : null;
  } catch {
    return null;
  }
}
