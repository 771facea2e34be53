/** The contract, ready to be answered: who asks is known, and what goes wrong leaves as a typed error. */
import { implement, ORPCError } from "@orpc/server";
import { contract } from "../../../shared/contract/contract.ts";
import type { Seat } from "../../../shared/domain/seat.ts";
import { Fault } from "../../../shared/faults.ts";
import type { AccessService, CallContext } from "../access.ts";
import type { Log } from "../log.ts";
import type { StoreHealth } from "../store-health.ts";

export type Implementer = ReturnType<typeof createImplementer>;

/** Each procedure that is made with it is refused to roles that may not ask it. */
export function createImplementer(access: AccessService, log: Log, health: StoreHealth) {
  return implement(contract)
    .$context<CallContext>()
    .use(async ({ next, path, context }) => {
      try {
        const answered = await access.answer(context.seat, path, async () => next());
        const { output } = answered;
        return isStream(output)
          ? { ...answered, output: untilSeatChanges(output, context.seat, access) }
          : answered;
      } catch (error) {
        health.note(error);
        throw toWireError(error, path.join("."), log);
      }
    });
}

function isStream(output: unknown): output is AsyncIterator<unknown> & AsyncIterable<unknown> {
  return typeof output === "object" && output !== null && Symbol.asyncIterator in output;
}

/** A stream that ends as soon as somebody else sits there: it was opened for the one before. */
async function* untilSeatChanges<T>(
  stream: AsyncIterator<T>,
  seat: Seat,
  access: AccessService,
): AsyncGenerator<T, void, void> {
  let tell: () => void = () => undefined;
  const changed = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const stopListening = access.onSeatChange((one) => {
    if (one === seat) tell();
  });
  try {
    while (true) {
      const next = await Promise.race([stream.next(), changed]);
      if (next === undefined || next.done === true) return;
      yield next.value;
    }
  } finally {
    stopListening();
    await stream.return?.();
  }
}

/** An expected fault as the contract's typed error; anything else as `internal`, with its log id. */
function toWireError(error: unknown, path: string, log: Log): unknown {
  if (error instanceof ORPCError) return error;
  const fault =
    error instanceof Fault
      ? error
      : new Fault(
          "internal",
          "Something unexpected happened; nothing was changed. The log has the details.",
          {
            logId: log.error(path, error),
          },
        );
  return new ORPCError("FAULT", {
    defined: true,
    status: 422,
    message: fault.message,
    data: fault.toValue(),
  });
}
