/** Who is asking, and whether they may: kept for each seat, and known to every service while it answers. */
import { AsyncLocalStorage } from "node:async_hooks";
import { mayAsk } from "../../shared/contract/permission.ts";
import { type Actor, nobody, openHouse } from "../../shared/domain/actor.ts";
import { actorOf, type Person } from "../../shared/domain/person.ts";
import { consoleSeat, type Seat } from "../../shared/domain/seat.ts";
import { Fault } from "../../shared/faults.ts";
import type { Store } from "../store/store.ts";
import type { Log } from "./log.ts";

/** What a host says with every call. */
export interface CallContext {
  readonly seat: Seat;
}

export interface AccessService {
  /**
   * On whose behalf the current call is answered; the console itself outside of any call. A stream must ask
   * before its first value: what it gives later is given outside of the call.
   */
  actor(): Actor;
  /** The seat that the current call comes from; the console's own outside of any call. */
  seat(): Seat;
  /**
   * Answers a call for whoever sits at a seat.
   *
   * @param path noun and procedure
   * @throws Fault `unauthorised` where nobody is signed in, `forbidden` where none of their roles may ask this
   */
  answer<T>(seat: Seat, path: readonly string[], work: () => Promise<T>): Promise<T>;
  /** Everybody of the house, whether they still sign in or not. */
  people(): readonly Person[];
  /** From now on this person sits there; null: nobody. Streams of the seat end. */
  seatPerson(seat: Seat, personId: string | null): void;
  /** Calls `listener` when somebody else sits at a seat from now on; returns how to stop. */
  onSeatChange(listener: (seat: Seat) => void): () => void;
  /** Reads who there is, and follows who is added or changed. */
  start(): Promise<void>;
  stop(): void;
}

/** Makes the access of a console; `operator` is the name of whoever sits at one where nobody is entered. */
export function createAccess(
  store: Pick<Store, "people" | "subscribe">,
  operator: () => string,
  log: Log,
): AccessService {
  const current = new AsyncLocalStorage<{ readonly actor: Actor; readonly seat: Seat }>();
  const seated = new Map<Seat, string>();
  const listeners = new Set<(seat: Seat) => void>();
  let people: readonly Person[] = [];
  let stop = () => {};

  function actorAt(seat: Seat): Actor {
    if (people.length === 0 || seat === consoleSeat) return openHouse(operator());
    const person = people.find(({ id, isActive }) => isActive && id === seated.get(seat));
    return person === undefined ? nobody : actorOf(person);
  }

  return {
    actor: () => current.getStore()?.actor ?? openHouse(operator()),
    seat: () => current.getStore()?.seat ?? consoleSeat,
    async answer(seat, path, work) {
      const actor = actorAt(seat);
      if (!mayAsk(actor.roles, path)) throw refusal(actor, path);
      return current.run({ actor, seat }, work);
    },
    people: () => people,
    seatPerson(seat, personId) {
      if (personId === null) seated.delete(seat);
      else seated.set(seat, personId);
      for (const listener of listeners) listener(seat);
    },
    onSeatChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async start() {
      const read = async () => {
        people = await store.people();
      };
      stop = store.subscribe((changed) => {
        if (changed.people) read().catch((error: unknown) => void log.error("people", error));
      });
      await read();
    },
    stop: () => stop(),
  };
}

function refusal(actor: Actor, path: readonly string[]): Fault {
  const procedure = path.join(".");
  return actor === nobody
    ? new Fault("unauthorised", "Nobody is signed in here; nothing was changed. Sign in first.", {
        procedure,
      })
    : new Fault("forbidden", "Your role does not allow this; nothing was changed.", { procedure });
}
