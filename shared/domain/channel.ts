/** How a citizen reaches the town hall. */
import { z } from "zod";

export const channels = ["counter", "phone", "email", "online"] as const;
export const channelSchema = z.enum(channels);
export type Channel = z.infer<typeof channelSchema>;
