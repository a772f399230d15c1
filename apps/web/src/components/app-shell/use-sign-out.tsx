"use client";

import { createLater, useWanted } from "@rembuk/ui/later";
import { type ReactNode, useState } from "react";
import type { Unsent } from "@/offline/unsent";

/** These come when somebody leaves, who speaks with the server in any case. */
const signOut = async (): Promise<void> => (await import("@/lib/sign-in")).signOut();
const countUnsent = async (): Promise<Unsent> => (await import("@/offline/unsent")).countUnsent();

const dialog = createLater(() =>
  import("./sign-out-dialog").then(({ SignOutDialog }) => SignOutDialog),
);

/**
 * Signs out; where this browser still holds what was never sent, it says so first, and what to do about it.
 * @returns `dialog` to be shown beside whatever asks
 */
export function useSignOut(): { readonly ask: () => void; readonly dialog: ReactNode } {
  const [unsent, setUnsent] = useState<Unsent | null>(null);
  const SignOutDialog = useWanted(dialog, unsent !== null);
  const ask = async () => {
    // Where it cannot be counted nobody is kept from leaving.
    const found = await countUnsent().catch(() => null);
    if (found && found.field + found.drafts + found.village > 0) setUnsent(found);
    else await signOut();
  };
  return {
    ask: () => void ask(),
    dialog:
      unsent && SignOutDialog ? (
        <SignOutDialog
          unsent={unsent}
          onClose={() => setUnsent(null)}
          onLeave={() => void signOut()}
        />
      ) : null,
  };
}
