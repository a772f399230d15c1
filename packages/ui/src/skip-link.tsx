/** First link of a page: jumps over the navigation. Visible once it has the focus. */
export function SkipLink({ href = "#isi", children }: { href?: string; children: string }) {
  return (
    <a
      href={href}
      className="sr-only z-70 rounded-r2 bg-text px-4 py-2 text-control font-semibold text-surface focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
    >
      {children}
    </a>
  );
}
