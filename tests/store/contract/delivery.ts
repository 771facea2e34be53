import { expect, it } from "vitest";
import { afterSuccess, newDelivery } from "../../../shared/domain/delivery.ts";
import { morningMs } from "../events.ts";
import { type OpenFresh, onFresh } from "./context.ts";

const call = (id: string) => ({ id, expiresAtMs: morningMs + 300_000 });

/** Messages on their way. */
export function deliveryContract(openFresh: OpenFresh): void {
  it(
    "gives those that are not over, and those of a call, also after a restart",
    onFresh(openFresh, async (store, fresh) => {
      const email = newDelivery(call("b1"), "email", morningMs);
      const webhook = newDelivery(call("b1"), "webhook", morningMs);
      const other = newDelivery(call("b2"), "email", morningMs);
      await store.putDeliveries([email, webhook, other]);
      const sent = afterSuccess(webhook, morningMs + 1_000);
      await store.putDeliveries([sent]);
      const reopened = await fresh.reopen();
      expect(await reopened.openDeliveries()).toEqual([email, other]);
      expect(await reopened.deliveriesOf(["b1", "b3"])).toEqual([email, sent]);
    }),
  );

  it(
    "tells listeners",
    onFresh(openFresh, async (store) => {
      const heard: boolean[] = [];
      store.subscribe(({ deliveries }) => heard.push(deliveries));
      await store.putDeliveries([newDelivery(call("b1"), "email", morningMs)]);
      expect(heard).toEqual([true]);
    }),
  );
}
