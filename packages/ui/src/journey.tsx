import { Chip } from "./chip";
import { cx } from "./class-names";
import { Pinwheel } from "./status-glyph";

export interface JourneyStep {
  key: string;
  title: string;
  text: string;
  /** When it was reached, in full; missing while it lies ahead. */
  time?: string;
  dateTime?: string;
  state: "done" | "current" | "ahead";
}

/** The five steps of a report as its reporter sees them: slats arrive at the table one by one. */
export function Journey({
  label,
  steps,
  currentLabel,
}: {
  label: string;
  steps: readonly JourneyStep[];
  /** Chip at the current step, "sekarang". */
  currentLabel: string;
}) {
  return (
    <ol aria-label={label}>
      {steps.map((step, at) => (
        <li
          key={step.key}
          aria-current={step.state === "current" ? "step" : undefined}
          className="relative grid grid-cols-[28px_1fr] gap-3 pb-[18px] last:pb-0"
        >
          {at < steps.length - 1 ? (
            <span
              aria-hidden
              className={cx(
                "absolute top-7 -bottom-0.5 left-[13px] w-0.5",
                step.state === "done" ? "bg-brand" : "bg-line-strong",
              )}
            />
          ) : null}
          <span className="flex size-7 items-center justify-center">
            <Pinwheel
              size={20}
              slats={step.state === "ahead" ? 0 : Math.min(4, at + 1)}
              centre={step.state !== "ahead" && at >= 4}
              ink={step.state !== "ahead" && at >= 4 ? "var(--ok)" : "var(--brand)"}
            />
          </span>
          <div>
            <p className="flex flex-wrap items-center gap-x-2.5 gap-y-0.5 text-16 font-semibold">
              <span className={step.state === "ahead" ? "text-text-2" : undefined}>
                {step.title}
              </span>
              {step.state === "current" ? <Chip tone="brand">{currentLabel}</Chip> : null}
            </p>
            <p className="text-15 text-text-2">{step.text}</p>
            {step.time ? (
              <time dateTime={step.dateTime} className="block text-14 text-text-3">
                {step.time}
              </time>
            ) : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
