import { cx } from "./class-names";

/** Initials of a name: first letters of the first two words, "Nurlaila" gives "NU". */
export function initialsOf(name: string): string {
  const words = name
    .replace(/\(.*?\)/g, "")
    .split(/[\s.]+/)
    .filter(Boolean);
  const [first = "", second] = words;
  const letters = second ? first.charAt(0) + second.charAt(0) : first.slice(0, 2);
  return letters.toUpperCase();
}

/** Initials of a person, or a dashed ring when there is nobody. The name always stands beside. */
export function Avatar({
  name,
  size = 22,
  quiet = false,
}: {
  /** null: nobody. */
  name: string | null;
  size?: number;
  quiet?: boolean;
}) {
  return (
    <span
      aria-hidden
      className={cx(
        "inline-flex flex-none items-center justify-center rounded-full font-bold select-none",
        name === null && "border-[1.5px] border-dashed border-bad text-bad",
        name !== null && (quiet ? "bg-sunken text-text-2" : "bg-brand-soft-2 text-brand"),
      )}
      style={{ width: size, height: size, fontSize: Math.max(9.5, size * 0.4) }}
    >
      {name === null ? "" : initialsOf(name)}
    </span>
  );
}
