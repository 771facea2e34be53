/** What a person may do in the house. One person may have several roles. */
import { z } from "zod";

/**
 * - `supervisor`: runs the floor, reassigns, calls backup
 * - `team_lead`: coaches the people of the own team
 * - `manager`: trends, exports and reports of all sites
 * - `agent`: sees the own notes, skills and figures
 * - `administrator`: settings, feeds, people
 */
export const roles = ["supervisor", "team_lead", "manager", "agent", "administrator"] as const;
export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;
