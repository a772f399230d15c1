import { sealAsPhone as sealForServer } from "../staff/seal-as-phone";

/** A phone of a test seals as every phone does. */
export const sealAsPhone = sealForServer;
