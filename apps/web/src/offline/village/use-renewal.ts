"use client";

import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useTRPCClient } from "@/lib/trpc";
import type { DeviceProfile } from "../device-database";
import { type OpenCases, renewCases } from "./village-vault";

/**
 * Fetches the village's cases anew and puts them under the PIN that is open: when asked, and once each time when
 * everything that waited has been sent, because the cases have changed by it.
 */
export function useRenewal(
  device: DeviceProfile,
  open: OpenCases,
  { isDue, onRenewed }: { isDue: boolean; onRenewed: (open: OpenCases | null) => void },
) {
  const { devices } = useTRPCClient();
  const renewal = useMutation({
    mutationFn: async () => {
      const { deviceId } = device;
      const clientActionId = crypto.randomUUID();
      return renewCases(open, await devices.takeCases.mutate({ clientActionId, deviceId }));
    },
    onSuccess: onRenewed,
  });
  const { mutate, isPending, isError } = renewal;
  const wasDue = useRef(isDue);
  useEffect(() => {
    const isNew = isDue && !wasDue.current;
    wasDue.current = isDue;
    if (isNew) mutate();
  }, [isDue, mutate]);
  return { isPending, failed: isError, renew: () => mutate() };
}
