"use client";

import { type ActOptions, type Client, useAct } from "@/lib/use-act";

/** One decision about a record; what its trip counts follows. */
export const useHandoverAct = <Answer>(options: ActOptions<Client["handovers"], Answer>) =>
  useAct({
    ...options,
    shafts: ["handovers", "trips"],
    run: (client, clientActionId) => options.run(client.handovers, clientActionId),
  });
