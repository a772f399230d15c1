let lastInput = Date.now();
let watching = false;

function note(): void {
  lastInput = Date.now();
}

/** Starts to remember when somebody last touched this tab. */
export function watchActivity(): void {
  if (watching || typeof window === "undefined") return;
  watching = true;
  for (const type of ["pointerdown", "keydown", "wheel", "touchstart"]) {
    window.addEventListener(type, note, { passive: true, capture: true });
  }
}

/** Seconds since the last key, click or touch; the server ends sessions of unattended desks by it. */
export function idleSeconds(): number {
  return Math.round((Date.now() - lastInput) / 1000);
}
