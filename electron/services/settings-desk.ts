/** Settings as people read and change them: what holds for the whole house is the administrators' affair. */
import {
  frameSettingsSchema,
  screenSettingsSchema,
  type ToldSettings,
} from "../../shared/contract/settings.ts";
import { type Actor, hasRole } from "../../shared/domain/actor.ts";
import { usedChannels } from "../../shared/domain/notification.ts";
import { houseSettings, type Settings } from "../../shared/domain/settings.ts";
import { Fault } from "../../shared/faults.ts";
import type { AccessService } from "./access.ts";
import type { SettingsService } from "./settings.ts";

export interface SettingsDesk {
  /** As far as they are told to who asks. */
  get(): ToldSettings;
  /** @throws Fault `forbidden` where a setting of the house is changed by somebody who is no administrator */
  put(change: Partial<Settings>): ToldSettings;
}

/** Makes the desk before a settings service. */
export function createSettingsDesk(
  settings: Pick<SettingsService, "get" | "put">,
  access: Pick<AccessService, "actor">,
): SettingsDesk {
  return {
    get: () => toldTo(access.actor(), settings.get()),
    put(change) {
      const actor = access.actor();
      const ofHouse = houseSettings.find((name) => change[name] !== undefined);
      if (ofHouse !== undefined && !hasRole(actor, "administrator")) {
        throw new Fault("forbidden", "This setting holds for the whole house; nothing was changed.", {
          setting: ofHouse,
        });
      }
      return toldTo(actor, settings.put(change));
    },
  };
}

function toldTo(actor: Actor, settings: Settings): ToldSettings {
  const told = { ...settings, usedChannels: usedChannels(settings.notifications) };
  if (hasRole(actor, "administrator")) return { ...told, told: "all" };
  return actor.roles.length === 0
    ? frameSettingsSchema.parse({ ...told, told: "frame" })
    : screenSettingsSchema.parse({ ...told, told: "screens" });
}
