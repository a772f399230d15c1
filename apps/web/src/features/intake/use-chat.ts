"use client";

import { type ChatReport, reportFromChat } from "@rembuk/domain/cases/chat-report";
import { parseChat, sendersOf } from "@rembuk/domain/cases/whatsapp-chat";
import type { AreaSummary } from "@rembuk/services/areas/queries";
import type { CategoryOption } from "@rembuk/services/cases/option-queries";
import { useMemo, useState } from "react";
import {
  asPhoto,
  type ChatExport,
  type ExportProblem,
  mostPhotos,
  readChatExport,
} from "./chat-export";

/** Why something that was given is not there: an archive, or a number of files that are no photos. */
export type ChatProblem = ExportProblem | "no-photo";

export interface Offered {
  readonly villages: readonly AreaSummary[];
  readonly categories: readonly CategoryOption[];
}

const isArchive = (file: File): boolean => /\.zip$/i.test(file.name) || /zip/.test(file.type);

const nothing = { photos: new Map<string, File>(), leftOut: 0 } satisfies Partial<ChatExport>;

/** Photos given to the dialog by hand, and those of an archive; nothing leaves this page. */
function useChatPhotos(setText: (text: string) => void) {
  const [added, setAdded] = useState<readonly File[]>([]);
  const [archive, setArchive] = useState<Pick<ChatExport, "photos" | "leftOut">>(nothing);
  const [removed, setRemoved] = useState<ReadonlySet<File>>(new Set());
  const [isReading, setReading] = useState(false);
  const [problem, setProblem] = useState<ChatProblem | null>(null);
  const take = async (files: readonly File[]) => {
    for (const file of files.filter(isArchive)) {
      const found = await readChatExport(file);
      if (typeof found === "string") return setProblem(found);
      setText(found.text);
      setArchive(found);
    }
    const others = files.filter((file) => !isArchive(file));
    const photos = await Promise.all(others.map((file) => asPhoto(file, file.name)));
    setAdded((before) => [...before, ...photos.filter((photo) => photo !== null)]);
    if (photos.includes(null)) setProblem("no-photo");
  };
  const add = (files: readonly File[]) => {
    if (files.length === 0) return;
    setProblem(null);
    setReading(true);
    void take(files).finally(() => setReading(false));
  };
  const clear = () => {
    setAdded([]);
    setArchive(nothing);
    setRemoved(new Set());
    setProblem(null);
  };
  const remove = (photo: File) => setRemoved((before) => new Set(before).add(photo));
  return { added, archive, removed, isReading, problem, add, remove, clear };
}

/** A chat in the dialog: its text, who tells, what it says of a case, and its photos. */
export function useChat({ villages, categories }: Offered) {
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const photos = useChatPhotos(setText);
  const messages = useMemo(() => parseChat(text), [text]);
  const senders = useMemo(() => sendersOf(messages), [messages]);
  const sender = chosen !== null && senders.includes(chosen) ? chosen : (senders[0] ?? null);
  const report: ChatReport | null =
    sender === null
      ? null
      : reportFromChat(messages, sender, {
          villages,
          categoryCodes: categories.map(({ code }) => code),
        });
  const own = (report?.files ?? []).flatMap((name) => photos.archive.photos.get(name) ?? []);
  const all = [...own, ...photos.added].filter((photo) => !photos.removed.has(photo));
  const clear = () => {
    setText("");
    setChosen(null);
    photos.clear();
  };
  return {
    ...{ text, setText, messages, senders, sender, report, clear },
    choose: setChosen,
    add: photos.add,
    remove: photos.remove,
    isReading: photos.isReading,
    problem: photos.problem,
    photos: all.slice(0, mostPhotos),
    leftOut: photos.archive.leftOut + Math.max(0, all.length - mostPhotos),
  };
}

export type Chat = ReturnType<typeof useChat>;
