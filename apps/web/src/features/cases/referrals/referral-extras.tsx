"use client";

import { createContext, type ReactNode, useContext } from "react";

/** Adds an act to a referral's card; null where there is nothing to add. */
export type ReferralExtra = (referralId: string) => ReactNode;

const none: ReferralExtra = () => null;
const Extras = createContext<ReferralExtra>(none);

/** What slices above this one put on the cards of referrals: letters know cases, not the other way. */
export const ReferralExtras = Extras.Provider;
export const useReferralExtra = (): ReferralExtra => useContext(Extras);
