/** The decisions of a long list: where keys lead, what is selected, what is found by typing. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { moveTo } from "../../../renderer/ui/virtual-list/move-keys.ts";
import { selectAll, stretchTo, toggle } from "../../../renderer/ui/virtual-list/selection.ts";
import { createTypeAhead } from "../../../renderer/ui/virtual-list/type-ahead.ts";

describe("keys", () => {
  it("never lead out of the list", () => {
    const keys = ["ArrowDown", "ArrowUp", "PageDown", "PageUp", "Home", "End"];
    fc.assert(
      fc.property(
        fc.constantFrom(...keys),
        fc.integer({ min: 1, max: 5_000 }),
        fc.integer({ min: -1, max: 4_999 }),
        fc.integer({ min: 0, max: 60 }),
        (key, count, index, rowsSeen) => {
          const to = moveTo(key, { index: Math.min(index, count - 1), count, rowsSeen });
          expect(to).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThan(count);
        },
      ),
    );
  });

  it("lead by a row, by a page less one row, and to both ends", () => {
    const at = { index: 50, count: 100, rowsSeen: 11 };
    expect(moveTo("ArrowDown", at)).toBe(51);
    expect(moveTo("ArrowUp", at)).toBe(49);
    expect(moveTo("PageDown", at)).toBe(60);
    expect(moveTo("PageUp", at)).toBe(40);
    expect(moveTo("Home", at)).toBe(0);
    expect(moveTo("End", at)).toBe(99);
    expect(moveTo("Enter", at)).toBeNull();
    expect(moveTo("ArrowDown", { index: -1, count: 0, rowsSeen: 11 })).toBeNull();
  });
});

describe("a selection", () => {
  const ids = ["a", "b", "c", "d", "e", "f"];
  const rules = { isSelectable: (id: string) => id !== "c", most: 4 };

  it("takes a row in and lets it go, but not one that can't be selected, nor one too many", () => {
    expect(toggle(new Set(["a"]), "b", rules)).toEqual(new Set(["a", "b"]));
    expect(toggle(new Set(["a", "b"]), "a", rules)).toEqual(new Set(["b"]));
    expect(toggle(new Set(["a"]), "c", rules)).toEqual(new Set(["a"]));
    const full = new Set(["a", "b", "d", "e"]);
    expect(toggle(full, "f", rules)).toEqual(full);
    expect(toggle(full, "e", rules)).toEqual(new Set(["a", "b", "d"]));
  });

  it("stretches from its anchor and shrinks again, and keeps what was selected apart from that", () => {
    const apart = new Set(["f", "a"]);
    const longer = stretchTo(ids, apart, { anchorId: "a", endId: "a" }, "d", rules);
    expect(longer).toEqual(new Set(["f", "a", "b", "d"]));
    const shorter = stretchTo(ids, longer, { anchorId: "a", endId: "d" }, "b", rules);
    expect(shorter).toEqual(new Set(["f", "a", "b"]));
  });

  it("stretches upwards, from the anchor on where there is no room for all", () => {
    const up = stretchTo(ids, new Set(["f"]), { anchorId: "f", endId: "f" }, "a", rules);
    expect(up).toEqual(new Set(["f", "e", "d", "b"]));
  });

  it("begins anew at a row whose anchor is gone", () => {
    const next = stretchTo(ids, new Set(["a"]), { anchorId: "gone", endId: "gone" }, "d", rules);
    expect(next).toEqual(new Set(["a", "d"]));
  });

  it("takes as many as are allowed, from the first on", () => {
    expect(selectAll(ids, rules)).toEqual(new Set(["a", "b", "d", "e"]));
  });

  it("never holds more than is allowed, nor a row that can't be selected", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.constantFrom("toggle", "stretch", "all"),
            fc.constantFrom(...ids),
            fc.constantFrom(...ids),
          ),
        ),
        (steps) => {
          let selected: ReadonlySet<string> = new Set();
          for (const [kind, from, to] of steps) {
            if (kind === "toggle") selected = toggle(selected, to, rules);
            else if (kind === "all") selected = selectAll(ids, rules);
            else selected = stretchTo(ids, selected, { anchorId: from, endId: from }, to, rules);
            expect(selected.size).toBeLessThanOrEqual(rules.most);
            expect(selected.has("c")).toBe(false);
          }
        },
      ),
    );
  });
});

describe("typing", () => {
  const texts = ["A041", "A042", "B007", "État civil", "A100"];
  const rows = (fromIndex: number) => ({
    count: texts.length,
    fromIndex,
    textAt: (index: number) => texts[index] ?? "",
  });

  it("finds a text, or the number in it, whatever the accents", () => {
    expect(createTypeAhead().type("b", 0, rows(0))).toBe(2);
    expect(createTypeAhead().type("7", 0, rows(0))).toBe(2);
    expect(createTypeAhead().type("e", 0, rows(0))).toBe(3);
    expect(createTypeAhead().type("x", 0, rows(0))).toBe(-1);
  });

  it("adds up what is typed without a pause, and begins anew after one", () => {
    const typing = createTypeAhead();
    expect(typing.type("1", 0, rows(0))).toBe(4);
    expect(typing.type("0", 500, rows(4))).toBe(4);
    expect(typing.type("4", 5_000, rows(4))).toBe(0);
    expect(typing.type("2", 5_400, rows(0))).toBe(1);
  });

  it("leads on to the next that begins with the same letter, and around", () => {
    const typing = createTypeAhead();
    expect(typing.type("a", 0, rows(0))).toBe(1);
    expect(typing.type("a", 5_000, rows(1))).toBe(4);
    expect(typing.type("a", 10_000, rows(4))).toBe(0);
  });
});
