"use client";

import { type ActOptions, type Client, useAct } from "@/lib/use-act";

/** One intended act about coaching. An idea makes an innovation: those are read again too. */
export const useCoachingAct = <Answer>(options: ActOptions<Client["coaching"], Answer>) =>
  useAct({
    ...options,
    shafts: ["coaching", "innovations"],
    run: (client, clientActionId) => options.run(client.coaching, clientActionId),
  });
