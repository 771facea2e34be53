/**
 * What Novo SGA posts: one ticket, or two where one was redirected. Only what is named here passes:
 * the citizen (`cliente`), the remark (`observacao`) and the kind of priority, which may tell of an
 * illness or a pregnancy, end at this border.
 */
import { z } from "zod";
import { Fault } from "../../../shared/faults.ts";

/** The header that says what happened. */
export const webhookHeader = "x-webhook-event";

export const webhookNames = [
  "ticket.created",
  "ticket.called",
  "ticket.first_reply",
  "ticket.start",
  "ticket.finished",
  "ticket.no_show",
  "ticket.canceled",
  "ticket.reactive",
  "ticket.redirected",
  "ticket.transferred",
] as const;
export type WebhookName = (typeof webhookNames)[number];

const localTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/, "not a local time such as 2026-11-24T09:12:03")
  .refine((text) => !Number.isNaN(Date.parse(`${text}Z`)), "not a date");
const optionalTime = localTime.nullish().transform((text) => text ?? null);
const key = z.union([z.int().nonnegative(), z.string().regex(/^\d{1,18}$/)]).transform(String);

const ticketSchema = z.object({
  id: key,
  senha: z.object({
    sigla: z.string().max(8).nullish(),
    numero: z.int().nonnegative().nullish(),
    format: z.string().max(32).nullish(),
  }),
  servico: z.object({ id: key, nome: z.string().trim().min(1).max(200) }),
  dataChegada: localTime,
  dataChamada: optionalTime,
  dataInicio: optionalTime,
  dataFim: optionalTime,
  dataAgendamento: optionalTime,
  /** The wait until now, or until the call where there was one: `00:12:40`. */
  tempoEspera: z
    .string()
    .regex(/^\d{2,}:\d{2}:\d{2}$/)
    .nullish(),
  prioridade: z.object({ peso: z.int().nullish() }).nullish(),
  status: z.enum([
    "emitida",
    "chamado",
    "iniciado",
    "encerrado",
    "nao_compareceu",
    "cancelada",
    "erro_triagem",
  ]),
  resolucao: z.string().nullish(),
  usuario: z.string().nullish(),
});
export type Ticket = z.output<typeof ticketSchema>;

/** A webhook that was understood; `successor` is the new ticket of a redirected one. */
export interface Webhook {
  readonly name: WebhookName;
  readonly ticket: Ticket;
  readonly successor: Ticket | null;
}

/**
 * Reads a webhook.
 *
 * @param name the header `x-webhook-event`
 * @param body the body as parsed JSON
 * @throws Fault `unknown_event_type` or `invalid_input`, whose sentence names the field
 */
export function readWebhook(name: unknown, body: unknown): Webhook {
  const known = webhookNames.find((one) => one === name);
  if (known === undefined) {
    throw new Fault(
      "unknown_event_type",
      `The header ${webhookHeader} must be one of: ${webhookNames.join(", ")}.`,
      { type: typeof name === "string" ? name.slice(0, 64) : null },
    );
  }
  if (known !== "ticket.redirected") {
    return { name: known, ticket: readTicket(body, ""), successor: null };
  }
  if (!Array.isArray(body) || body.length !== 2) {
    throw new Fault("invalid_input", `${known} carries a list of two tickets: the old one and the new one.`, {
      field: "",
    });
  }
  return { name: known, ticket: readTicket(body[0], "0."), successor: readTicket(body[1], "1.") };
}

function readTicket(body: unknown, place: string): Ticket {
  const { success, data, error } = ticketSchema.safeParse(body);
  if (success) return data;
  const issue = error.issues[0];
  const field = `${place}${(issue?.path ?? []).map(String).join(".")}`;
  throw new Fault("invalid_input", `${field === "" ? "ticket" : field}: ${issue?.message ?? "not valid"}.`, {
    field,
  });
}

/** What a reject of this body may hold: numbers, states and times, and no words that people wrote. */
export function bodyForReject(body: unknown): string {
  const tickets = Array.isArray(body) ? body.slice(0, 2) : [body];
  return JSON.stringify(tickets.map(ticketForReject));
}

const plainFields = ["id", "dataChegada", "dataChamada", "dataInicio", "dataFim", "status"] as const;

function ticketForReject(ticket: unknown): unknown {
  if (typeof ticket !== "object" || ticket === null) return `(${ticket === null ? "null" : typeof ticket})`;
  const fields = ticket as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    plainFields.flatMap((name) => {
      const value = fields[name];
      const isPlain =
        typeof value === "number" || (typeof value === "string" && /^[\w:.+-]{1,32}$/.test(value));
      return isPlain ? [[name, value]] : Object.hasOwn(fields, name) ? [[name, `(${typeof value})`]] : [];
    }),
  );
}
