"use client";

import { type ReactNode, useEffect, useRef } from "react";

/** The question of a step; it takes the focus, so that a new step is heard and begins at the top. */
export function StepHead({ title, hint }: { title: string; hint?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div>
      <h2
        ref={heading}
        tabIndex={-1}
        className="text-22 font-bold tracking-[-0.015em] outline-none"
      >
        {title}
      </h2>
      {hint ? <p className="mt-1 text-15 text-text-2">{hint}</p> : null}
    </div>
  );
}
