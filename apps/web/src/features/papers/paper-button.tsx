"use client";

import { Button } from "@rembuk/ui/button";
import { FileText } from "lucide-react";
import { useState } from "react";
import { PaperDialog } from "./paper-dialog";
import type { PaperKind } from "./papers-data";
import { useRequest } from "./use-papers";

interface PaperButtonProps {
  kind: PaperKind;
  /** Title of the window; on the buttons too. */
  label: string;
  about: string;
  size?: "small";
  className?: string;
  /** Asks the server for it. */
  onRequest: () => Promise<unknown>;
}

/** A paper that needs no choices: the button, and the window where it is asked for and fetched. */
export function PaperButton({ kind, label, about, onRequest, ...look }: PaperButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const request = useRequest(onRequest);
  return (
    <>
      <Button
        {...look}
        icon={<FileText size={16} aria-hidden />}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      {isOpen ? (
        <PaperDialog
          kind={kind}
          title={label}
          about={about}
          make={label}
          pending={request.isPending}
          error={request.error}
          onMake={() => request.mutate(undefined)}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
