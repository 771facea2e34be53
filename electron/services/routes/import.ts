/** The routes of imports: files, jobs, watched folders, mappings, rejects. */
import type { ImportService } from "../import.ts";
import type { Implementer } from "./implementer.ts";

export function importRoutes({ import: jobs }: Implementer, imports: ImportService) {
  return {
    announce: jobs.announce.handler(({ input }) => imports.announce(input.fileName, input.bytes)),
    discard: jobs.discard.handler(({ input }) => imports.discard(input.fileId)),
    look: jobs.look.handler(({ input }) => imports.look(input.fileId, input.choice)),
    preview: jobs.preview.handler(({ input }) => imports.preview(input.fileId, input.mapping)),
    start: jobs.start.handler(({ input }) => imports.start(input.fileId, input.kind, input.mapping)),
    stop: jobs.stop.handler(({ input }) => imports.stop(input.jobId)),
    resume: jobs.resume.handler(({ input }) => imports.resume(input.jobId)),
    forget: jobs.forget.handler(({ input }) => imports.forget(input.jobId)),
    watch: jobs.watch.handler(({ signal }) => imports.watch(signal)),
    putFolder: jobs.putFolder.handler(({ input }) => imports.putFolder(input)),
    removeFolder: jobs.removeFolder.handler(({ input }) => imports.removeFolder(input.id)),
    mappings: jobs.mappings.handler(() => imports.mappings()),
    saveMapping: jobs.saveMapping.handler(({ input }) => imports.saveMapping(input.mapping, input.plan)),
    removeMapping: jobs.removeMapping.handler(({ input }) => imports.removeMapping(input.name)),
    rejects: jobs.rejects.handler(({ input }) => imports.rejects(input.jobId, input.limit)),
    mend: jobs.mend.handler(({ input }) => imports.mend(input.rejectId, input.mended)),
    replay: jobs.replay.handler(({ input }) => imports.replay(input.jobId)),
    dismiss: jobs.dismiss.handler(({ input }) => imports.dismiss(input.rejectId)),
  };
}
