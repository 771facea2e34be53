/** Years of tickets as a machine exports them, a row for each, written to a file. */
import { once } from "node:events";
import { createWriteStream } from "node:fs";

const header = "Ticket;Démarche;Jour;Heure d'émission;Heure d'appel;Fin de traitement;Guichet;Agent;Statut";
const services = ["État civil", "Passeports", "Urbanisme", "Écoles", "Logement"];
const ticketsPerDay = 400;
const firstDayMs = Date.UTC(2017, 0, 2);
const dayMs = 24 * 60 * 60 * 1000;
const rowsTogether = 10_000;

/** Writes so many rows. */
export async function writeTicketHistory(path: string, rows: number): Promise<void> {
  const file = createWriteStream(path);
  let text = `${header}\r\n`;
  for (let row = 0; row < rows; row += 1) {
    text += `${ticketRow(row)}\r\n`;
    if ((row + 1) % rowsTogether !== 0) continue;
    if (!file.write(text)) await once(file, "drain");
    text = "";
  }
  file.end(text);
  await once(file, "finish");
}

function ticketRow(row: number): string {
  const inDay = row % ticketsPerDay;
  const day = new Date(firstDayMs + Math.floor(row / ticketsPerDay) * dayMs).toISOString().slice(0, 10);
  const minute = 510 + Math.floor((inDay * 520) / ticketsPerDay);
  const left = row % 13 === 5;
  return [
    `A${String(inDay).padStart(3, "0")}`,
    services[row % services.length],
    day.split("-").reverse().join("/"),
    clock(minute),
    left ? "-" : clock(minute + 3 + (row % 17)),
    clock(minute + 12 + (row % 23)),
    left ? "-" : `G${(row % 6) + 1}`,
    left ? "-" : `agent-${(row % 6) + 1}`,
    left ? "Parti" : "Servi",
  ].join(";");
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}
