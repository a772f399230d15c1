"use client";

import { type ActOptions, type Client, useAct } from "@/lib/use-act";

/**
 * One intended act about coaching. An idea makes an innovation, and what is handed in takes no more files: those are
 * read again too. */
export const useCoachingAct = <Answer>(options: ActOptions<Client["coaching"], Answer>) =>
  useAct({
    ...options,
    shafts: ["coaching", "documents", "innovations"],
    run: (client, clientActionId) => options.run(client.coaching, clientActionId),
  });
