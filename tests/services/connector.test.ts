import { beforeEach, describe, expect, it } from "vitest";
import {
  type ConnectorKeys,
  type ConnectorReport,
  type ConnectorService,
  createConnectors,
} from "../../electron/services/connector.ts";
import { createLog } from "../../electron/services/log.ts";
import type { Store } from "../../electron/store/store.ts";
import {
  type ConnectorDraft,
  connectorState,
  pauseSeconds,
  serviceKeyOf,
} from "../../shared/domain/connector.ts";
import { Fault } from "../../shared/faults.ts";
import { temporaryStore } from "../helpers/temporary-store.ts";
import { steadyClock } from "./steady-clock.ts";

const startMs = Date.UTC(2026, 10, 24, 9);
const zms = {
  kind: "zms",
  name: "Bürgeramt Mitte",
  siteId: "rathaus",
  services: [],
  enabled: true,
  url: "https://zms.example/terminvereinbarung/api/2",
  scopeIds: ["141"],
  pollSeconds: 60,
} as const satisfies ConnectorDraft;
const novoSga = {
  kind: "novo_sga",
  name: "Prefeitura",
  siteId: "hall",
  services: [],
  enabled: true,
} as const satisfies ConnectorDraft;

describe("connectors", () => {
  let store: Store;
  let clock: ReturnType<typeof steadyClock>;
  let keys: Map<string, string>;
  /** Connectors that are being asked, with where they report to. */
  let asked: Map<string, ConnectorReport>;
  let connectors: ConnectorService;

  function makeService(): ConnectorService {
    const keptKeys: ConnectorKeys = {
      read: (id) => keys.get(id),
      write: (id, key) => keys.set(id, key),
      remove: (id) => keys.delete(id),
    };
    return createConnectors({
      store,
      clock,
      log: createLog(() => undefined),
      keys: keptKeys,
      address: (id) => `http://127.0.0.1:7468/v1/connectors/novo-sga/${id}`,
      zms: {
        start(connector, report) {
          asked.set(connector.id, report);
          return () => asked.delete(connector.id);
        },
        test: async () => 12,
      },
    });
  }

  beforeEach(async () => {
    store = await temporaryStore();
    clock = steadyClock(startMs);
    keys = new Map();
    asked = new Map();
    connectors = makeService();
    await connectors.start();
  });

  it("are there again after a restart, and at work", async () => {
    await connectors.put({ ...zms, accessKey: "secret" });
    await connectors.put(novoSga);
    connectors.stop();
    expect(asked.size).toBe(0);
    connectors = makeService();
    await connectors.start();
    expect(
      (await connectors.list()).map(({ connector, hasAccessKey, address }) => [
        connector.id,
        hasAccessKey,
        address,
      ]),
    ).toEqual([
      ["burgeramt-mitte", true, null],
      ["prefeitura", false, "http://127.0.0.1:7468/v1/connectors/novo-sga/prefeitura"],
    ]);
    expect([...asked.keys()]).toEqual(["burgeramt-mitte"]);
  });

  it("of the same name get keys of their own, also when they are added at once", async () => {
    const views = await Promise.all([connectors.put(zms), connectors.put(zms), connectors.put(zms)]);
    expect(views.map((view) => view.connector.id)).toEqual([
      "burgeramt-mitte",
      "burgeramt-mitte-2",
      "burgeramt-mitte-3",
    ]);
    expect(await connectors.list()).toHaveLength(3);
  });

  it("keep their id and their key when they are changed, and can be switched off", async () => {
    const { connector } = await connectors.put({ ...zms, accessKey: "secret" });
    const view = await connectors.put({ ...zms, id: connector.id, name: "Neuer Name", enabled: false });
    expect(view).toMatchObject({
      connector: { id: "burgeramt-mitte", name: "Neuer Name" },
      hasAccessKey: true,
    });
    expect(asked.size).toBe(0);
    expect(connectorState(view.connector.enabled, view.health)).toBe("off");
    expect(await connectors.put({ ...zms, id: connector.id, accessKey: null })).toMatchObject({
      hasAccessKey: false,
    });
  });

  it("that are removed are not asked any more, and leave no key behind", async () => {
    await connectors.put({ ...zms, accessKey: "secret" });
    expect(await connectors.remove("burgeramt-mitte")).toEqual([]);
    expect([asked.size, keys.size]).toEqual([0, 0]);
    await expect(connectors.remove("burgeramt-mitte")).rejects.toMatchObject({ code: "not_found" });
    await expect(connectors.put({ ...zms, id: "burgeramt-mitte" })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it.each([
    ["http://zms.example/api", "invalid_input"],
    ["http://127.0.0.1.example.org/api", "invalid_input"],
  ])("never send a key over the network in the clear (%s)", async (url, code) => {
    await expect(connectors.put({ ...zms, url, accessKey: "secret" })).rejects.toMatchObject({ code });
    expect([keys.size, await connectors.list()]).toEqual([0, []]);
  });

  it("stay what they are: another kind is another connector", async () => {
    const { connector } = await connectors.put(novoSga);
    await expect(connectors.put({ ...zms, id: connector.id })).rejects.toMatchObject({
      code: "invalid_input",
    });
  });

  it("say how they fare: waiting, working, failing, and what went wrong last", async () => {
    const { connector } = await connectors.put(zms);
    const state = async () => {
      const [view] = await connectors.list();
      return view === undefined
        ? undefined
        : [connectorState(true, view.health), view.health.lastFailure?.fault.code];
    };
    expect(await state()).toEqual(["waiting", undefined]);
    asked.get(connector.id)?.failed(new Fault("source_unreachable", "Gone.", { reason: "timed_out" }));
    expect(await state()).toEqual(["failing", "source_unreachable"]);
    clock.advance(1);
    asked.get(connector.id)?.succeeded(null);
    expect(await state()).toEqual(["working", "source_unreachable"]);
  });

  it("know from the log what they heard before the console was started", async () => {
    await connectors.put(novoSga);
    expect(await connectors.test("prefeitura")).toEqual({ outcome: "silent" });
    await store.append(
      [
        {
          id: "1/arrived",
          source: "urn:vigie:novo-sga:prefeitura",
          type: "case.arrived",
          subject: "novo-sga:prefeitura:1",
          time: "2026-11-24T09:00:00Z",
          atMs: startMs,
          data: { site: "hall", service: "civil", channel: "counter" },
        },
      ],
      "test",
    );
    expect(await connectors.test("prefeitura")).toMatchObject({ outcome: "heard", people: null });
    expect((await connectors.list())[0]?.health.lastSuccessAtMs).not.toBeNull();
  });
});

describe("the words of another system", () => {
  it("become keys of ours: the one that was entered, else the name itself", () => {
    const services = [{ theirs: "Registro Civil", serviceId: "civil" }];
    expect(serviceKeyOf(services, " Registro Civil ")).toBe("civil");
    expect(serviceKeyOf(services, "Certidão de Óbito (2ª via)")).toBe("certidao-de-obito-2a-via");
    expect(serviceKeyOf(services, "—")).toBe("x");
  });
});

describe("the pause before the next question", () => {
  it("is the usual one while all is well, and never longer than a quarter of an hour otherwise", () => {
    expect(pauseSeconds(60, 0, 0.9)).toBe(60);
    expect([1, 2, 3, 4, 5, 500].map((failures) => pauseSeconds(60, failures, 0))).toEqual([
      120, 240, 480, 900, 900, 900,
    ]);
    expect(pauseSeconds(3_600, 3, 0)).toBe(3_600);
    expect(pauseSeconds(60, 1, 1)).toBe(60);
  });
});
