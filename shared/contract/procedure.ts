/** What every procedure of the contract shares: its faults. */
import { oc } from "@orpc/contract";
import { faultSchema } from "../faults.ts";

/**
 * The start of every procedure. An expected fault travels as the one typed error `FAULT`, whose
 * data is the fault itself; anything else arrives as `INTERNAL_SERVER_ERROR` with a log id.
 */
export const procedure = oc.errors({ FAULT: { status: 422, data: faultSchema } });
