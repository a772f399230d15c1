"use client";

import { useTranslations } from "next-intl";

/** Sign-ins of the demonstration data; shown in demo mode only. */
const ACCOUNTS = [
  { login: "parsel.triase", role: "triage-officer" },
  { login: "parsel.kasi-pmd", role: "section-head" },
  { login: "parsel.camat", role: "subdistrict-head" },
  { login: "parsel.lingsir", role: "village-officer" },
  { login: "balangan.dpmd", role: "sector-partner" },
  { login: "parsel.admin", role: "subdistrict-admin" },
  { login: "sistem.admin", role: "administrator" },
] as const;
const PASSWORD = "rembuk-demo-2026";

function fill(login: string): void {
  const form = document.querySelector("form");
  const fields = form?.elements;
  const loginInput = fields?.namedItem("login");
  const passwordInput = fields?.namedItem("password");
  if (loginInput instanceof HTMLInputElement) loginInput.value = login;
  if (passwordInput instanceof HTMLInputElement) {
    passwordInput.value = PASSWORD;
    passwordInput.focus();
  }
}

/** Fills the form with a demonstration account. */
export function DemoAccounts() {
  const t = useTranslations("signIn.demo");
  const roleName = useTranslations("roles");
  return (
    <details className="mt-4 rounded-r2 border border-line bg-surface-2 text-13">
      <summary className="px-3 py-2 font-semibold text-text-2">{t("title")}</summary>
      <p className="px-3 text-12 text-text-2">{t("hint", { password: PASSWORD })}</p>
      <ul className="p-1.5">
        {ACCOUNTS.map(({ login, role }) => (
          <li key={login}>
            <button
              type="button"
              onClick={() => fill(login)}
              className="flex min-h-7 w-full items-center gap-2 rounded-r2 px-1.5 text-left hover:bg-hover"
            >
              <span className="flex-1 font-mono text-12">{login}</span>
              <span className="text-12 text-text-2">{roleName(role)}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
