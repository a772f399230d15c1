/**
 * The page to open after signing in: only a path of our own. Anything that a browser could read
 * as another host (`//host`, `/\host`, control characters) becomes the home.
 */
export function localTarget(value: string | undefined | null): string {
  if (!value?.startsWith("/") || value.length > 500) return "/";
  const isOdd = [...value].some((letter) => letter < " " || letter === "\\");
  if (isOdd || value.startsWith("//")) return "/";
  return value.startsWith("/masuk") ? "/" : value;
}
