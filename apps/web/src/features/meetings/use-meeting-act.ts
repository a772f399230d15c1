"use client";

import { type ActOptions, type Client, useAct } from "@/lib/use-act";

/** One intended act about meetings. */
export const useMeetingAct = <Answer>(options: ActOptions<Client["meetings"], Answer>) =>
  useAct({
    ...options,
    shafts: ["meetings"],
    run: (client, clientActionId) => options.run(client.meetings, clientActionId),
  });
