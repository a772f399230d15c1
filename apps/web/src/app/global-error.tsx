"use client";

/** Last resort, when not even the layout renders: no providers, no wording files. */
export default function GlobalErrorPage({ reset }: { reset: () => void }) {
  return (
    <html lang="id">
      <body>
        <main>
          <h1>Halaman tidak bisa dimuat</h1>
          <p>Tindakan Anda yang terakhir sudah tersimpan.</p>
          <button type="button" onClick={reset}>
            Muat lagi
          </button>
        </main>
      </body>
    </html>
  );
}
