"use client";

import { type ActOptions, type Client, useAct } from "@/lib/use-act";

/** One intended act about innovations. */
export const useInnovationAct = <Answer>(options: ActOptions<Client["innovations"], Answer>) =>
  useAct({
    ...options,
    shafts: ["innovations"],
    run: (client, clientActionId) => options.run(client.innovations, clientActionId),
  });
