/** The routes of people, of their sessions, and of the audit. */
import type { AuditService } from "../audit.ts";
import type { PersonService } from "../person.ts";
import type { SessionService } from "../session.ts";
import type { Implementer } from "./implementer.ts";

export function personRoutes({ person }: Implementer, people: PersonService) {
  return {
    list: person.list.handler(() => people.list()),
    put: person.put.handler(({ input }) => people.put(input.person, input.passphrase)),
  };
}

export function sessionRoutes({ session }: Implementer, sessions: SessionService) {
  return {
    current: session.current.handler(() => sessions.current()),
    signIn: session.signIn.handler(({ input }) => sessions.signIn(input.personId, input.passphrase)),
    signOut: session.signOut.handler(() => sessions.signOut()),
    changePassphrase: session.changePassphrase.handler(({ input }) =>
      sessions.changePassphrase(input.present, input.next),
    ),
  };
}

export function auditRoutes({ audit }: Implementer, entries: AuditService) {
  return { list: audit.list.handler(({ input }) => entries.list(input.limit)) };
}
