/**
 * The page to open after signing in: only a path of our own. Anything that a browser could read
 * as another host (`//host`, `/\host`, control characters) becomes the home.
 */
export function localTarget(value: string | undefined | null): string {
  if (!value || !value.startsWith("/") || value.length > 500) return "/";
  if (/^\/[/\\]/.test(value) || /[\u0000-\u001f\\]/.test(value)) return "/";
  return value.startsWith("/masuk") ? "/" : value;
}
