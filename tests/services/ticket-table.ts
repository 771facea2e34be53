/** What a ticket machine that nobody here has seen before exports. */

/** The table of a ticket machine that nobody here has seen before. */
export function ticketTable(tickets: number): string {
  return `${ticketRows(tickets)
    .map((row) => row.join(";"))
    .join("\r\n")}\r\n`;
}

/** The same as rows of cells, the header first. */
export function ticketRows(tickets: number): string[][] {
  const rows = [
    [
      "N° de ticket",
      "Nom de l’usager",
      "Démarche",
      "Jour",
      "Heure d'émission",
      "Heure d'appel",
      "Fin de traitement",
      "Guichet",
      "Agent",
      "Statut",
    ],
  ];
  const services = ["État civil", "Passeports", "Urbanisme"];
  const dayMs = Date.UTC(2026, 10, 2);
  for (let index = 0; index < tickets; index += 1) {
    const day = new Date(dayMs + Math.floor(index / 200) * 86_400_000).toISOString().slice(0, 10);
    const minute = 510 + Math.floor((index % 200) * 2.2);
    const left = index % 11 === 5;
    rows.push([
      `A${String(index % 200).padStart(3, "0")}`,
      "Jean Martin",
      services[index % 3] ?? "",
      day.split("-").reverse().join("/"),
      clock(minute),
      left ? "-" : clock(minute + 7),
      clock(minute + (left ? 12 : 16)),
      left ? "-" : `G${(index % 4) + 1}`,
      left ? "-" : `agent-${(index % 4) + 1}`,
      left ? "Parti" : "Servi",
    ]);
  }
  return rows;
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}
