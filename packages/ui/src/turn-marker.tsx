import { Chip } from "./chip";
import { cx } from "./class-names";

/** The turmeric diamond. Decorative by itself: words always stand beside it. */
export function TurnDiamond({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={cx(
        "inline-block size-2 flex-none rotate-45 rounded-[1px] bg-turn",
        "shadow-[0_0_0_1.25px_var(--turn-text)] print:border print:border-turn-text",
        className,
      )}
    />
  );
}

/**
 * "It is your turn". In rows the words are visually hidden; elsewhere it is a chip.
 * One per case and person.
 */
export function TurnMarker({ label, as = "row" }: { label: string; as?: "row" | "chip" }) {
  if (as === "chip") {
    return (
      <Chip tone="turn" icon={<TurnDiamond className="mx-px size-[7px]" />}>
        {label}
      </Chip>
    );
  }
  return (
    <span className="inline-flex items-center">
      <TurnDiamond />
      <span className="sr-only">{label}</span>
    </span>
  );
}
