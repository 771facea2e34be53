/** What a filter over the lists of the floor lets through. */
import { describe, expect, it } from "vitest";
import { changeCaseFilter, fitsCase, noCaseFilter } from "../../../renderer/floor/case-filter.ts";
import { fits } from "../../../renderer/floor/fits.ts";
import { floorCase } from "./rows.ts";

describe("words that are typed", () => {
  it("are found whatever their accents, capitals and order", () => {
    expect(fits("etat civil", "État civil et livret")).toBe(true);
    expect(fits("  CIVIL état ", "État civil")).toBe(true);
    expect(fits("", "anything")).toBe(true);
    expect(fits("etat urbanisme", "État civil")).toBe(false);
  });
});

describe("the filter over cases", () => {
  const row = floorCase("c1", { ticket: "A042", flags: ["PMR", "bébé"], channel: "phone" });

  it("finds a ticket or a flag", () => {
    for (const text of ["A042", "04", "pmr", "bebe a042"]) {
      expect(fitsCase(row, { ...noCaseFilter, text })).toBe(true);
    }
    expect(fitsCase(row, { ...noCaseFilter, text: "A043" })).toBe(false);
  });

  it("finds a case without a ticket by its id", () => {
    expect(fitsCase(floorCase("m-77", { ticket: null }), { ...noCaseFilter, text: "77" })).toBe(true);
  });

  it("asks for everything that is set", () => {
    expect(fitsCase(row, { text: "A0", channel: "phone", state: "waiting" })).toBe(true);
    expect(fitsCase(row, { text: "A0", channel: "counter", state: null })).toBe(false);
    expect(fitsCase(row, { text: "A0", channel: null, state: "called" })).toBe(false);
  });

  it("is the one that shows all once nothing is left of it", () => {
    const set = changeCaseFilter(changeCaseFilter(noCaseFilter, { text: "A" }), { state: "called" });
    expect(changeCaseFilter(changeCaseFilter(set, { text: "" }), { state: null })).toBe(noCaseFilter);
  });
});
