/** A small Novo SGA: it issues tickets and posts a webhook for each step, in its own format. */

/** Local times of a machine in Paris in winter, as Novo SGA writes them. */
export function localText(atMs: number): string {
  return new Date(atMs + 3_600_000).toISOString().slice(0, 19);
}

export interface TicketState {
  id: number;
  number: number;
  service: string;
  arrivedMs: number;
  calledMs: number | null;
  startedMs: number | null;
  endedMs: number | null;
  status: string;
  user: string | null;
  weight: number;
  solved: string | null;
}

/** Words that may tell who somebody is; none of them may ever lie on disk. */
export const personal = {
  name: "Maria Aparecida da Conceição",
  document: "529.982.247-25",
  email: "maria.aparecida@exemplo.com.br",
  remark: "Veio com o filho doente",
  priority: "Gestante de risco",
  reception: "login-da-recepcao",
};

/** The ticket as Novo SGA serialises it at an instant, with everything that it knows of the citizen. */
export function serialise(ticket: TicketState, nowMs: number): Record<string, unknown> {
  const text = (atMs: number | null) => (atMs === null ? null : localText(atMs));
  const waitedSeconds = Math.round(((ticket.calledMs ?? nowMs) - ticket.arrivedMs) / 1_000);
  return {
    id: ticket.id,
    senha: { sigla: "A", numero: ticket.number, format: `A${String(ticket.number).padStart(3, "0")}` },
    servico: { id: 7, nome: ticket.service },
    observacao: personal.remark,
    dataChegada: text(ticket.arrivedMs),
    dataChamada: text(ticket.calledMs),
    dataInicio: text(ticket.startedMs),
    dataFim: text(ticket.endedMs),
    dataAgendamento: null,
    tempoEspera: new Date(waitedSeconds * 1_000).toISOString().slice(11, 19),
    prioridade: {
      id: 2,
      nome: personal.priority,
      descricao: personal.priority,
      peso: ticket.weight,
      cor: "#f00",
    },
    status: ticket.status,
    resolucao: ticket.solved,
    cliente: { id: 5, nome: personal.name, documento: personal.document, email: personal.email },
    triagem: personal.reception,
    usuario: ticket.user,
  };
}

export interface Desk {
  nowMs: number;
  issue(service: string, weight?: number): Promise<TicketState>;
  call(ticket: TicketState, user: string): Promise<void>;
  start(ticket: TicketState): Promise<void>;
  finish(ticket: TicketState, solved?: string): Promise<void>;
  noShow(ticket: TicketState): Promise<void>;
  cancel(ticket: TicketState): Promise<void>;
  reactivate(ticket: TicketState): Promise<void>;
  transfer(ticket: TicketState, service: string, weight: number): Promise<void>;
  redirect(ticket: TicketState, service: string): Promise<TicketState>;
  /** Every webhook that was sent, in order. */
  readonly sent: { readonly event: string; readonly body: string }[];
  /** Webhooks are made but not delivered while this is true. */
  isCutOff: boolean;
}

/** @param post delivers one webhook */
export function openDesk(nowMs: number, post: (event: string, body: string) => Promise<unknown>): Desk {
  let lastId = 4_000;
  async function send(event: string, payload: unknown): Promise<void> {
    const body = JSON.stringify(payload);
    desk.sent.push({ event, body });
    if (!desk.isCutOff) await post(event, body);
  }
  const tell = (event: string, ticket: TicketState) => send(event, serialise(ticket, desk.nowMs));
  const newTicket = (service: string, number: number, weight: number): TicketState => {
    lastId += 1;
    return {
      id: lastId,
      number,
      service,
      arrivedMs: desk.nowMs,
      calledMs: null,
      startedMs: null,
      endedMs: null,
      status: "emitida",
      user: null,
      weight,
      solved: null,
    };
  };
  const end = (event: string, status: string) => (ticket: TicketState) => {
    Object.assign(ticket, { endedMs: desk.nowMs, status });
    return tell(event, ticket);
  };
  const desk: Desk = {
    nowMs,
    sent: [],
    isCutOff: false,
    async issue(service, weight = 0) {
      const ticket = newTicket(service, lastId - 3_999, weight);
      await tell("ticket.created", ticket);
      return ticket;
    },
    async call(ticket, user) {
      Object.assign(ticket, { calledMs: desk.nowMs, status: "chamado", user });
      await tell("ticket.first_reply", ticket);
      await tell("ticket.called", ticket);
    },
    start(ticket) {
      Object.assign(ticket, { startedMs: desk.nowMs, status: "iniciado" });
      return tell("ticket.start", ticket);
    },
    finish(ticket, solved = "resolvido") {
      ticket.solved = solved;
      return end("ticket.finished", "encerrado")(ticket);
    },
    noShow: end("ticket.no_show", "nao_compareceu"),
    cancel: end("ticket.canceled", "cancelada"),
    reactivate(ticket) {
      Object.assign(ticket, { endedMs: null, status: "emitida", user: null });
      return tell("ticket.reactive", ticket);
    },
    transfer(ticket, service, weight) {
      Object.assign(ticket, { service, weight });
      return tell("ticket.transferred", ticket);
    },
    async redirect(ticket, service) {
      Object.assign(ticket, { endedMs: desk.nowMs, status: "erro_triagem" });
      const successor = newTicket(service, ticket.number, ticket.weight);
      await send("ticket.redirected", [serialise(ticket, desk.nowMs), serialise(successor, desk.nowMs)]);
      return successor;
    },
  };
  return desk;
}
