"use client";

import { type ReadSheet, readReplySheet } from "@rembuk/domain/cases/reply-sheet";
import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTRPCClient } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useBulks } from "../bulk/bulk-windows";

/** A table of ten thousand rows has less. */
const MOST_BYTES = 4_000_000;

/** The file is taken apart here, in the browser: the server gets rows and never a file. */
const readFile = async (file: File): Promise<ReadSheet> => {
  if (file.size > MOST_BYTES) return { kind: "not-a-sheet" };
  const { readSheet } = await import("read-excel-file/browser");
  const cells = await readSheet(file).catch(() => []);
  return readReplySheet(cells);
};

/** A chosen file, the dry run of its lines by the server, and the way to have them carried out. */
export function useReplySheet(onHeld: () => void) {
  const client = useTRPCClient();
  const { hold } = useBulks();
  const [name, setName] = useState<string | null>(null);
  const action = useRef("");
  const preview = useMutation({
    mutationFn: async (file: File) => {
      const sheet = await readFile(file);
      if (sheet.kind !== "read" || sheet.rows.length === 0) return { sheet, lines: [] };
      const rows = [...sheet.rows];
      try {
        return { sheet, lines: await client.cases.previewSheet.mutate({ rows }) };
      } catch (error) {
        // None of the numbers is one of the reader's cases: then each of them is named so.
        if (callFailure(error).code !== "CASE_NOT_FOUND") throw error;
        const refusal = { code: "CASE_NOT_FOUND" as const, reason: null };
        const nothing = { title: null, kind: null, isDone: false, becomes: null, refusal };
        return { sheet, lines: rows.map(({ line, number }) => ({ line, number, ...nothing })) };
      }
    },
  });
  const sheet = preview.data?.sheet;
  const lines = preview.data?.lines ?? [];
  const submit = useMutation({
    mutationFn: () =>
      client.cases.submitSheet.mutate({
        clientActionId: action.current,
        rows: sheet?.kind === "read" ? [...sheet.rows] : [],
      }),
    onSuccess: (held) => {
      hold("sheet", held);
      onHeld();
    },
  });
  return {
    name,
    sheet,
    lines,
    going: lines.filter((line) => line.becomes !== null).length,
    choose: (file: File) => {
      setName(file.name);
      // One id for one reading of a file: a retry after a lost answer holds it once.
      action.current = crypto.randomUUID();
      submit.reset();
      preview.mutate(file);
    },
    isReading: preview.isPending,
    isSending: submit.isPending,
    error: submit.error ?? preview.error,
    send: () => submit.mutate(),
  };
}
export type ReplySheet = ReturnType<typeof useReplySheet>;
