import { useLocale } from "next-intl";
import { type Language, number } from "./format";

/** "Rp1.250.000": whole rupiah, no space, a true minus before it. */
export function rupiah(value: number, language: Language): string {
  return `${value < 0 ? "−" : ""}Rp${number(Math.round(Math.abs(value)), language)}`;
}

/** Amounts in the reader's language. */
export function useRupiah(): (value: number) => string {
  const language = useLocale();
  return (value) => rupiah(value, language);
}
