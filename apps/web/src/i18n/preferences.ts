/** Languages of the interface; Indonesian is the first. */
export const locales = ["id", "en"] as const;
export type Locale = (typeof locales)[number];
export const LOCALE_COOKIE = "bahasa";

export function toLocale(value: string | undefined): Locale {
  return value === "en" ? "en" : "id";
}

/** Themes of the interface; "sistem" follows the device. */
export const themes = ["terang", "gelap", "sistem"] as const;
export type Theme = (typeof themes)[number];
export const THEME_COOKIE = "tema";

export function toTheme(value: string | undefined): Theme {
  return themes.find((theme) => theme === value) ?? "sistem";
}
