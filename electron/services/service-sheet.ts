/** Service sheets: everybody reads and searches them, team leads and managers write them. */
import type { ServiceSheet, ServiceSheetDraft } from "../../shared/domain/service-sheet.ts";
import type { ServiceSheetStore } from "../store/service-sheet-store.ts";
import type { Store } from "../store/store.ts";
import type { AccessService } from "./access.ts";
import type { Clock } from "./clock.ts";

export interface ServiceSheetService {
  find(text: string): Promise<ServiceSheet[]>;
  get(serviceId: string): Promise<ServiceSheet | null>;
  /** @throws Fault `case_changed` where another wording was saved since `version` */
  save(version: number, draft: ServiceSheetDraft): Promise<ServiceSheet>;
  history(serviceId: string): Promise<ServiceSheet[]>;
}

/** Makes the service sheets of a store. Who may write is said by the contract's permissions. */
export function createServiceSheets(
  store: ServiceSheetStore & Pick<Store, "directory">,
  clock: Clock,
  access: Pick<AccessService, "actor">,
): ServiceSheetService {
  return {
    async find(text) {
      const sheets = await store.serviceSheets();
      const wanted = plain(text);
      if (wanted === "") return sheets;
      const [found, { services }] = await Promise.all([store.findServiceSheets(text), store.directory()]);
      const named = services.filter(({ name }) => plain(name).includes(wanted)).map(({ id }) => id);
      const order = [...new Set([...named, ...found])];
      return order.flatMap((id) => sheets.find((sheet) => sheet.serviceId === id) ?? []);
    },
    get: async (serviceId) => (await store.serviceSheet(serviceId)) ?? null,
    save: (version, draft) => store.saveServiceSheet(draft, version, access.actor().name, clock.nowMs()),
    history: (serviceId) => store.serviceSheetHistory(serviceId),
  };
}

/** Without accents and capitals. */
function plain(text: string): string {
  return text.trim().normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
