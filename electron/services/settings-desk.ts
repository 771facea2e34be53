/** Settings as people change them: what holds for the whole house is the administrators' affair. */
import { hasRole } from "../../shared/domain/actor.ts";
import { houseSettings, type Settings } from "../../shared/domain/settings.ts";
import { Fault } from "../../shared/faults.ts";
import type { AccessService } from "./access.ts";
import type { SettingsService } from "./settings.ts";

export interface SettingsDesk {
  get(): Settings;
  /** @throws Fault `forbidden` where a setting of the house is changed by somebody who is no administrator */
  put(change: Partial<Settings>): Settings;
}

/** Makes the desk before a settings service. */
export function createSettingsDesk(
  settings: SettingsService,
  access: Pick<AccessService, "actor">,
): SettingsDesk {
  return {
    get: () => settings.get(),
    put(change) {
      const ofHouse = houseSettings.find((name) => change[name] !== undefined);
      if (ofHouse !== undefined && !hasRole(access.actor(), "administrator")) {
        throw new Fault("forbidden", "This setting holds for the whole house; nothing was changed.", {
          setting: ofHouse,
        });
      }
      return settings.put(change);
    },
  };
}
