/**
 * Does the work once the browser has shown what the last act changed: whoever closes a menu sees it close before the
 * list behind it is drawn anew. On the page where it was asked for, or not at all.
 */
export function afterPaint(work: () => void): void {
  const { pathname } = window.location;
  const workHere = () => {
    if (window.location.pathname === pathname) work();
  };
  // A page that nobody sees is not painted.
  if (document.hidden) workHere();
  else requestAnimationFrame(() => setTimeout(workHere));
}
