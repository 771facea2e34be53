/** The open connection: reads, transactions, and who is told after a commit. */
import type Database from "better-sqlite3";
import { Fault } from "../../../shared/faults.ts";
import type { Changed } from "../store.ts";
import { Changes } from "./changes.ts";
import { copyVerified } from "./copy.ts";
import { asStoreFault } from "./faults.ts";

export class Engine {
  readonly db: Database.Database;
  readonly path: string;
  readonly #listeners = new Set<(changed: Changed) => void>();
  readonly #forget: (() => void)[] = [];

  constructor(db: Database.Database, path: string) {
    this.db = db;
    this.path = path;
  }

  /** Runs a read; storage errors come out as faults. */
  async read<T>(work: () => T): Promise<T> {
    this.#refuseClosed();
    try {
      return work();
    } catch (error) {
      throw asStoreFault(error, this.path);
    }
  }

  /** Runs a change in a transaction that is on disk when the promise resolves, then tells the listeners. */
  async write<T>(work: (changes: Changes) => T): Promise<T> {
    this.#refuseClosed();
    const changes = new Changes(this.#listeners.size > 0);
    const result = this.#transact(() => work(changes));
    if (changes.wanted && !changes.isEmpty()) this.#publish(changes.toChanged());
    return result;
  }

  /** Makes a copy, while others go on reading and writing. */
  async copyTo(path: string): Promise<{ bytes: number }> {
    this.#refuseClosed();
    try {
      return await copyVerified(this.db, path);
    } catch (error) {
      throw asStoreFault(error, path);
    }
  }

  /** What is remembered outside the file must be forgotten when a transaction is taken back. */
  onRollback(forget: () => void): void {
    this.#forget.push(forget);
  }

  subscribe(listener: (changed: Changed) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #transact<T>(work: () => T): T {
    try {
      return this.db.transaction(work).immediate();
    } catch (error) {
      for (const forget of this.#forget) forget();
      throw asStoreFault(error, this.path);
    }
  }

  #publish(changed: Changed): void {
    for (const listener of this.#listeners) {
      try {
        listener(changed);
      } catch (error) {
        // The commit stands: whoever appended must hear of it, and the host of the broken listener.
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }

  #refuseClosed(): void {
    if (this.db.open) return;
    throw new Fault(
      "store_unreadable",
      `The store ${this.path} has been closed. Nothing of this call was kept; start the console again.`,
      { path: this.path },
    );
  }
}
