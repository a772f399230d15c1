"use client";

import { type ActOptions, type Client, useAct } from "@/lib/use-act";

/** One intended act about trips. */
export const useTripAct = <Answer>(options: ActOptions<Client["trips"], Answer>) =>
  useAct({
    ...options,
    shafts: ["trips"],
    run: (client, clientActionId) => options.run(client.trips, clientActionId),
  });
