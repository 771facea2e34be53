/** A chart as a file: what the console says while it is made, and the file at the end. */
import { eventIterator } from "@orpc/contract";
import { z } from "zod";
import { exportRequestSchema } from "../domain/export.ts";
import { procedure } from "./procedure.ts";

export const exportStepSchema = z.discriminatedUnion("step", [
  /** The figures are being read. */
  z.object({ step: z.literal("reading") }),
  /** They are there, and the file is being made of them. */
  z.object({ step: z.literal("making"), rows: z.number() }),
  z.object({
    step: z.literal("done"),
    fileName: z.string(),
    mediaType: z.string(),
    /** The file's bytes. */
    base64: z.string(),
  }),
]);
export type ExportStep = z.infer<typeof exportStepSchema>;

export const exportContract = {
  /** Whoever stops listening cancels the export. */
  make: procedure.input(exportRequestSchema).output(eventIterator(exportStepSchema)),
};
