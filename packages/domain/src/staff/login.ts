/** What a person may have typed as who they are. */
export interface LoginForms {
  /** Lower case, trimmed: a user name or an e-mail. */
  readonly text: string;
  /** "+6281234567890" when it reads as an Indonesian number, else null. */
  readonly phone: string | null;
}

/** Reads "Parsel.Triase", "nama@kantor.example" or "0812-3456-7890" as accounts are stored. */
export function loginForms(typed: string): LoginForms {
  const text = typed.trim().toLowerCase();
  const digits = text.replace(/[\s().-]/g, "");
  const national = /^(?:\+?62|0)(8\d{8,11})$/.exec(digits)?.[1];
  return { text, phone: national ? `+62${national}` : null };
}
