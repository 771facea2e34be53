/** Signing in and out at a seat. */
import type { SessionState } from "../../shared/domain/session-state.ts";
import { Fault } from "../../shared/faults.ts";
import type { PersonStore } from "../store/person-store.ts";
import type { AccessService } from "./access.ts";
import type { Clock } from "./clock.ts";
import { hashPassphrase, isPassphrase } from "./passphrase.ts";
import { createSignInPause } from "./sign-in-pause.ts";

export interface SessionService {
  current(): SessionState;
  /** @throws Fault `unauthorised` where the passphrase is wrong, `too_many_requests` after too many tries */
  signIn(personId: string, passphrase: string): Promise<SessionState>;
  signOut(): SessionState;
  /** @throws Fault as `signIn` where the present passphrase is wrong */
  changePassphrase(present: string, next: string): Promise<SessionState>;
}

/** Makes the session service; it answers for the seat that asks. */
export function createSessions(store: PersonStore, clock: Clock, access: AccessService): SessionService {
  const pause = createSignInPause();

  function signedOut(): SessionState {
    const active = access.people().filter(({ isActive }) => isActive);
    return { state: "signed_out", people: active.map(({ id, name }) => ({ id, name })) };
  }

  function signedIn(personId: string): SessionState {
    const person = access.people().find(({ id, isActive }) => isActive && id === personId);
    if (person === undefined) return signedOut();
    const { name, roles, agentId, teamAgentIds } = person;
    return {
      state: "signed_in",
      personId,
      name,
      roles: [...roles],
      agentId,
      teamAgentIds: teamAgentIds === null ? null : [...teamAgentIds],
    };
  }

  async function prove(personId: string, passphrase: string): Promise<void> {
    const nowMs = clock.nowMs();
    const waitMs = pause.remainingMs(personId, nowMs);
    if (waitMs > 0) {
      throw new Fault(
        "too_many_requests",
        "Too many wrong passphrases; nobody is signed in. Wait a moment and try again.",
        {
          waitSeconds: Math.ceil(waitMs / 1_000),
        },
      );
    }
    const isActive = access.people().some((person) => person.isActive && person.id === personId);
    const hash = await store.passphraseHash(personId);
    if (!isActive || hash === undefined || !(await isPassphrase(passphrase, hash))) {
      pause.wrong(personId, nowMs);
      throw new Fault("unauthorised", "This passphrase is not theirs; nobody is signed in. Try again.", {
        reason: "passphrase",
      });
    }
    pause.right(personId);
  }

  return {
    current() {
      const { personId, name, roles } = access.actor();
      if (personId !== null) return signedIn(personId);
      return roles.length === 0 ? signedOut() : { state: "open", name, roles: [...roles] };
    },
    async signIn(personId, passphrase) {
      await prove(personId, passphrase);
      access.seatPerson(access.seat(), personId);
      return signedIn(personId);
    },
    signOut() {
      access.seatPerson(access.seat(), null);
      return signedOut();
    },
    async changePassphrase(present, next) {
      const { personId } = access.actor();
      if (personId === null) throw new Fault("forbidden", "Nobody is signed in here; nothing was changed.");
      await prove(personId, present);
      const hash = await hashPassphrase(next);
      await store.changePeople((people) => {
        const person = people.find(({ id }) => id === personId);
        if (person === undefined)
          throw new Fault("not_found", "This person is not known any more.", { personId });
        return person;
      }, hash);
      return signedIn(personId);
    },
  };
}
