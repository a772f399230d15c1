"use client";

import { useTranslations } from "next-intl";
import { decodeFailure } from "@/lib/sign-in-failure";

/** next-auth's own codes of a way through the provider that did not end here. */
const providerFailures = /^(OAuth|Callback|AccessDenied|Configuration)/;

/** Words for an encoded failure of a sign-in. */
export function useFailureWording(): (encoded: string) => string {
  const t = useTranslations("signIn.failure");
  return (encoded) => {
    if (encoded === "offline") return t("offline");
    if (encoded === "oidc") return t("providerUnknown");
    if (providerFailures.test(encoded)) return t("providerFailed");
    const failure = decodeFailure(encoded);
    if (failure.reason === "mismatch") return t("mismatch", { left: failure.attemptsLeft });
    if (failure.reason === "limited") {
      return t("limited", { minutes: Math.max(1, Math.ceil(failure.retryAfterSeconds / 60)) });
    }
    return t("unavailable");
  };
}
