import { describe, expect, it } from "vitest";
import { personFormOf, personOf, spansOf } from "../../../renderer/backup/person-form.ts";
import type { BackupPerson } from "../../../shared/domain/directory.ts";

const ines: BackupPerson = {
  agentId: "ines",
  name: "Inès V.",
  siteId: "hall",
  skills: [{ serviceId: "passports", level: 2 }],
  travelMinutes: 3,
  hours: [
    { weekday: 1, fromMinute: 540, toMinute: 720 },
    { weekday: 1, fromMinute: 840, toMinute: 1_020 },
    { weekday: 3, fromMinute: 510, toMinute: 750 },
  ],
  email: "ines@mairie.example",
  phone: "Poste 413",
};

describe("the form of a person who can be called in", () => {
  it("gives back the person it was filled with", () => {
    expect(personOf(personFormOf(ines, ""))).toEqual({ person: ines });
    const bare = { ...ines, hours: null, email: null, phone: null, travelMinutes: null };
    expect(personOf(personFormOf(bare, ""))).toEqual({ person: bare });
  });

  it("makes the key of a new person from the name", () => {
    const form = { ...personFormOf(null, "hall"), name: " Théo Jéze ", skills: ines.skills };
    expect(personOf(form)).toMatchObject({ person: { agentId: "theo-jeze", name: "Théo Jéze" } });
  });

  it.each([
    [
      "9:00–12:00, 14:00–17:00",
      [
        [540, 720],
        [840, 1_020],
      ],
    ],
    ["9h-12h30", [[540, 750]]],
    [
      "9 à 12; 14-17",
      [
        [540, 720],
        [840, 1_020],
      ],
    ],
    ["", []],
    ["14:00–24:00", [[840, 1_440]]],
  ])("reads %j", (text, minutes) => {
    expect(spansOf(1, text)?.map((span) => [span.fromMinute, span.toMinute])).toEqual(minutes);
  });

  it.each(["9:00", "12:00–9:00", "9:00–25:00", "9:70–12:00", "le matin"])("does not guess at %j", (text) => {
    expect(spansOf(1, text)).toBeNull();
  });

  it("names every field that is not right", () => {
    const form = personFormOf(null, "hall");
    expect(
      personOf({
        ...form,
        email: "ines",
        travelMinutes: "bientôt",
        hasHours: true,
        hours: { ...form.hours, 2: "le matin" },
      }),
    ).toEqual({ wrong: ["name", "travelMinutes", "hours", "skills", "email"] });
  });
});
