/** Settings: read, change, and tell who listens. Where they are kept is the host's affair. */
import { type Settings, settingsSchema } from "../../shared/domain/settings.ts";

/** Where settings are kept: electron-store in the desktop host, conf in the browser host. */
export interface SettingsFile {
  read(): Settings;
  write(settings: Settings): void;
}

export interface SettingsService {
  get(): Settings;
  put(change: Partial<Settings>): Settings;
  subscribe(listener: (settings: Settings) => void): () => void;
}

/** Makes the settings service on a file. */
export function createSettings(file: SettingsFile): SettingsService {
  const listeners = new Set<(settings: Settings) => void>();
  return {
    get: () => file.read(),
    put(change) {
      const settings = settingsSchema.parse({ ...file.read(), ...change });
      file.write(settings);
      for (const listener of listeners) listener(settings);
      return settings;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
