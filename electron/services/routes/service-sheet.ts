/** The routes of service sheets. */
import type { ServiceSheetService } from "../service-sheet.ts";
import type { Implementer } from "./implementer.ts";

export function serviceSheetRoutes({ serviceSheet }: Implementer, sheets: ServiceSheetService) {
  return {
    find: serviceSheet.find.handler(({ input }) => sheets.find(input.text)),
    get: serviceSheet.get.handler(({ input }) => sheets.get(input.serviceId)),
    save: serviceSheet.save.handler(({ input }) => sheets.save(input.version, input.draft)),
    history: serviceSheet.history.handler(({ input }) => sheets.history(input.serviceId)),
  };
}
