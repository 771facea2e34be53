/**
 * Snapshots of the queues in Warsaw's town-hall offices, December 2019 to January 2020: people
 * waiting, open counters, ticket called. Miasto st. Warszawa, Otwarte dane po warszawsku, collected
 * by the R package kolejkeR (MIT).
 *
 * Some offices wrote the year of the ISO week instead of the calendar year, which puts the last
 * days of December 2019 into 2020; the repair takes those dates back.
 */
import type { Mapping } from "../../../../shared/domain/import-mapping.ts";

export const warsawOffices: Mapping = {
  name: "warsaw-offices",
  description: "Queue snapshots of Warsaw's offices, Dec 2019 - Jan 2020: one row per queue and moment",
  source: "urn:vigie:import:warsaw-offices",
  timeZone: "Europe/Warsaw",
  site: "{name}",
  siteName: {
    text: "{name}",
    values: {
      UD_Bemowo: "Urząd Dzielnicy Bemowo",
      UD_Bialoleka: "Urząd Dzielnicy Białołęka",
      UD_Bielany: "Urząd Dzielnicy Bielany",
      UD_Mokotow_1: "Urząd Dzielnicy Mokotów (1)",
      UD_Mokotow_2: "Urząd Dzielnicy Mokotów (2)",
      UD_Ochota: "Urząd Dzielnicy Ochota",
      UD_Praga_Polnoc: "Urząd Dzielnicy Praga-Północ",
      UD_Praga_Poludnie: "Urząd Dzielnicy Praga-Południe",
      UD_Rembertow: "Urząd Dzielnicy Rembertów",
      UD_Srodmiescie_1: "Urząd Dzielnicy Śródmieście (1)",
      UD_Targowek: "Urząd Dzielnicy Targówek",
      UD_Ursus: "Urząd Dzielnicy Ursus",
      UD_Wlochy: "Urząd Dzielnicy Włochy",
      UD_Wola: "Urząd Dzielnicy Wola",
      UD_Zoliborz: "Urząd Dzielnicy Żoliborz",
      USC_Andersa: "Urząd Stanu Cywilnego, Andersa",
      USC_Falecka: "Urząd Stanu Cywilnego, Falęcka",
      USC_Klopotowskiego: "Urząd Stanu Cywilnego, Kłopotowskiego",
      USC_Sandomierska: "Urząd Stanu Cywilnego, Sandomierska",
      USC_Smyczkowa: "Urząd Stanu Cywilnego, Smyczkowa",
    },
  },
  // The numbers of queues are unique within an office only.
  service: "{name}/{idGrupy}",
  serviceName: "{nazwaGrupy}",
  channel: "counter",
  subject: "{name}/{idGrupy}",
  id: "{name}/{idGrupy}@{date} {time}",
  repairs: [
    {
      name: "year of the ISO week",
      column: "date",
      values: { "2020-12-30": "2019-12-30", "2020-12-31": "2019-12-31" },
    },
  ],
  times: {
    seen: { text: "{date} {time}", format: ["YYYY-MM-DD HH:mm", "YYYY-MM-DD HH:mm:ss"] },
  },
  events: [
    {
      type: "queue.observed",
      at: "seen",
      data: {
        peopleWaiting: "{liczbaKlwKolejce}",
        openCounters: "{liczbaCzynnychStan}",
        ticketCalled: "{aktualnyNumer}",
      },
    },
  ],
};
