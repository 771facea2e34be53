/**
 * From a ticket of Novo SGA to events. Each webhook carries the whole ticket, and Novo SGA sends each
 * one once, whether it arrives or not. So what counts is the state of the ticket, not the name of the
 * webhook: steps whose own webhook was lost are told from the next one that comes.
 */
import { currentLeg, isSuspended } from "../../../shared/domain/case.ts";
import { keySchema } from "../../../shared/domain/event.ts";
import type { CaseStory } from "../case-story.ts";
import type { SiteTime } from "../site-time.ts";
import type { Ticket, Webhook } from "./ticket.ts";

/** What a ticket means at the site that it came from. */
export interface TicketContext {
  readonly siteId: string;
  readonly siteTime: SiteTime;
  readonly receivedAtMs: number;
  /** Our key for a service of theirs. */
  serviceId(theirs: string): string;
}

/** Tells a case what a webhook says of it. A webhook that comes again tells nothing. */
export function tellWebhook(story: CaseStory, webhook: Webhook, context: TicketContext): void {
  const { ticket, successor, name } = webhook;
  if (story.own().some(({ id }) => id.startsWith(`${ticket.id}/redirected/`))) return;
  tellArrival(story, ticket, context);
  const steps = stepsOf(ticket, context);
  if (name === "ticket.transferred" || steps.some(({ id }) => !story.has(id))) {
    tellChanges(story, ticket, context, name === "ticket.transferred");
  }
  if (name === "ticket.reactive") {
    tellReturn(story, ticket, context);
    return;
  }
  for (const { type, id, atMs } of steps) story.tell(type, id, atMs, agentOf(ticket));
  if (ticket.status === "emitida" || ticket.dataFim === null) return;
  if (successor !== null) tellRedirection(story, ticket, successor, context);
  else tellEnd(story, ticket, context.siteTime.read(ticket.dataFim, context.receivedAtMs));
}

/** The steps that the ticket has behind it. One that is back in the queue keeps the times of earlier ones. */
function stepsOf(ticket: Ticket, { siteTime, receivedAtMs }: TicketContext) {
  if (ticket.status === "emitida") return [];
  const { id, dataChamada, dataInicio } = ticket;
  const step = (type: "case.called" | "case.started", word: string, text: string | null) =>
    text === null ? [] : [{ type, id: `${id}/${word}/${text}`, atMs: siteTime.read(text, receivedAtMs) }];
  return [...step("case.called", "called", dataChamada), ...step("case.started", "started", dataInicio)];
}

/** When the webhook was sent, by their clock where the ticket tells: it says how long it has waited. */
function sentAtMs(ticket: Ticket, { siteTime, receivedAtMs }: TicketContext): number {
  const { tempoEspera, dataChamada, dataChegada } = ticket;
  if (dataChamada !== null || typeof tempoEspera !== "string") return receivedAtMs;
  const [hours = 0, minutes = 0, seconds = 0] = tempoEspera.split(":").map(Number);
  return siteTime.read(dataChegada, receivedAtMs) + ((hours * 60 + minutes) * 60 + seconds) * 1_000;
}

/** The latest instant that a ticket names, in ms since 1970 UTC: what their clock showed at least. */
export function latestOf(ticket: Ticket, { siteTime, receivedAtMs }: TicketContext): number {
  const { dataChegada, dataChamada, dataInicio, dataFim } = ticket;
  return Math.max(
    ...[dataChegada, dataChamada, dataInicio, dataFim].flatMap((text) =>
      text === null ? [] : [siteTime.read(text, receivedAtMs)],
    ),
  );
}

function tellArrival(story: CaseStory, ticket: Ticket, context: TicketContext): void {
  if (story.record() !== undefined) return;
  const { siteTime, receivedAtMs } = context;
  const appointment = ticket.dataAgendamento;
  const number = ticketLabel(ticket);
  story.tell("case.arrived", `${ticket.id}/arrived`, siteTime.read(ticket.dataChegada, receivedAtMs), {
    site: context.siteId,
    service: context.serviceId(ticket.servico.nome),
    channel: "counter",
    priority: priorityOf(ticket),
    ...(number === undefined ? {} : { ticket: number }),
    ...(appointment === null
      ? {}
      : { appointmentAt: siteTime.write(siteTime.read(appointment, receivedAtMs)) }),
  });
}

/** Another service or priority than they said last. A change that comes late has no time of its own. */
function tellChanges(story: CaseStory, ticket: Ticket, context: TicketContext, isNews: boolean): void {
  const sentMs = sentAtMs(ticket, context);
  const atMs = isNews ? sentMs : (story.own().at(-1)?.atMs ?? sentMs);
  const waited = ticket.tempoEspera ?? "";
  const service = context.serviceId(ticket.servico.nome);
  if (service !== lastService(story)) {
    story.tell("case.transferred", `${ticket.id}/service/${service}/${waited}`, atMs, { toService: service });
  }
  const priority = priorityOf(ticket);
  if (priority !== lastPriority(story)) {
    story.tell("case.prioritised", `${ticket.id}/priority/${priority}/${waited}`, atMs, { priority });
  }
}

/** What they said last; what people in the console decided since does not count as their word. */
function lastService(story: CaseStory): string | undefined {
  const said = story.own().findLast(({ type }) => type === "case.arrived" || type === "case.transferred");
  return said?.type === "case.arrived"
    ? said.data.service
    : said?.type === "case.transferred"
      ? said.data.toService
      : undefined;
}

function lastPriority(story: CaseStory): number {
  const said = story.own().findLast(({ type }) => type === "case.arrived" || type === "case.prioritised");
  return said?.type === "case.arrived" || said?.type === "case.prioritised" ? (said.data.priority ?? 0) : 0;
}

/** Back in the queue, after a cancellation or a call that nobody answered. */
function tellReturn(story: CaseStory, ticket: Ticket, context: TicketContext): void {
  const record = story.record();
  if (record === undefined || record.state === "waiting" || record.state === "done") return;
  if (isSuspended(record)) return;
  const calls = story.own().filter(({ type }) => type === "case.called");
  // A delivery that was held up tells of a call before the last one: the return is long over.
  if (ticket.dataChamada !== null && calls.length > 0) {
    if (calls.at(-1)?.id !== `${ticket.id}/called/${ticket.dataChamada}`) return;
  }
  const before = story.own().at(-1)?.id ?? "";
  story.tell("case.queued", `${ticket.id}/returned/${before}`, sentAtMs(ticket, context), {
    service: currentLeg(record).serviceId,
  });
}

function tellEnd(story: CaseStory, ticket: Ticket, atMs: number): void {
  const id = `${ticket.id}/ended/${ticket.dataFim}`;
  switch (ticket.status) {
    case "encerrado": {
      const resolved = { resolvido: true, pendente: false }[ticket.resolucao ?? ""];
      story.tell("case.completed", id, atMs, resolved === undefined ? {} : { resolved });
      break;
    }
    case "nao_compareceu":
      story.tell("case.no_show", id, atMs, {});
      break;
    case "cancelada":
      story.tell("case.cancelled", id, atMs, {});
      break;
    case "erro_triagem":
      story.tell("case.cancelled", id, atMs, { reason: "erro_triagem" });
      break;
    default:
      break;
  }
}

/** The old row ends as `erro_triagem`, but the citizen goes on: one case, one more leg. */
function tellRedirection(story: CaseStory, ticket: Ticket, successor: Ticket, context: TicketContext): void {
  const end = ticket.dataFim ?? successor.dataChegada;
  const { agent } = agentOf(successor);
  const { agent: by } = agentOf(ticket);
  story.tell(
    "case.transferred",
    `${ticket.id}/redirected/${successor.id}`,
    context.siteTime.read(end, context.receivedAtMs),
    {
      toService: context.serviceId(successor.servico.nome),
      ...(agent === undefined ? {} : { toAgent: agent }),
      ...(by === undefined ? {} : { by }),
    },
  );
}

/** Their login of whoever serves; a login that can't be a key of ours is left out. */
function agentOf({ usuario }: Ticket): { agent?: string } {
  const { data } = keySchema.safeParse(usuario?.trim());
  return data === undefined ? {} : { agent: data };
}

function ticketLabel({ senha: { format, sigla, numero } }: Ticket): string | undefined {
  if (typeof format === "string" && format !== "") return format;
  return typeof numero === "number" ? `${sigla ?? ""}${String(numero).padStart(3, "0")}` : undefined;
}

/** Their weight of a priority: 0 is normal there too, and more is called sooner. */
function priorityOf({ prioridade }: Ticket): number {
  return Math.max(0, Math.min(9, prioridade?.peso ?? 0));
}
