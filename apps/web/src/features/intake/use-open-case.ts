"use client";

import type { OpenCaseCommand } from "@rembuk/domain/cases/commands";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { handOverReceipt } from "@/features/receipt/receipt-handover";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import type { IntakeField } from "./intake-entry";

const fieldOfCode: Readonly<Record<string, IntakeField>> = {
  NIK_INVALID: "nik",
  PHONE_INVALID: "phone",
  VILLAGE_NOT_IN_REACH: "village",
  CATEGORY_UNKNOWN: "category",
  REPORTED_UNIT_UNKNOWN: "reportedParty",
};

export interface OpenFailure {
  /** Wording under `errors.<code>`. */
  readonly code: string;
  readonly field: IntakeField | null;
}

interface OpenCaseOptions {
  /** The draft is done: forget it. */
  readonly onOpened: (caseId: string) => void;
  readonly onReused: () => void;
}

/** Sends the case once per entry, hands the receipt over and opens it. */
export function useOpenCase({ onOpened, onReused }: OpenCaseOptions) {
  const router = useRouter();
  const mutation = useMutation(
    useTRPC().cases.open.mutationOptions({
      // Without a network it fails at once and the draft stays; nothing is sent later unasked.
      networkMode: "always",
      onSuccess: (receipt) => {
        handOverReceipt(receipt);
        onOpened(receipt.id);
        router.push(`/kasus/${receipt.id}/tanda-terima`);
      },
      onError: (error) => {
        if (callFailure(error).code === "CLIENT_ACTION_REUSED") onReused();
      },
    }),
  );
  const code = mutation.error ? callFailure(mutation.error).code : null;
  const failure: OpenFailure | null = code ? { code, field: fieldOfCode[code] ?? null } : null;
  return {
    open: (command: OpenCaseCommand) => {
      // After success the page is on its way: a second Ctrl Enter must not open a second case.
      if (!mutation.isPending && !mutation.isSuccess) mutation.mutate(command);
    },
    isPending: mutation.isPending || mutation.isSuccess,
    failure,
  };
}
