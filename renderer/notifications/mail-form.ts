/** The mail server as text fields: what a person types, and what it makes. */
import { type MailServer, mailServerSchema } from "../../shared/domain/notification.ts";

export interface MailForm {
  readonly host: string;
  readonly port: number;
  readonly security: MailServer["security"];
  /** Empty: the server asks for no login. */
  readonly user: string;
  /** Empty: the one that is kept stays. */
  readonly password: string;
  readonly from: string;
}

export type MailField = "host" | "user" | "from";

/** The port that usually goes with an encryption. */
export const usualPorts: Record<MailServer["security"], number> = { starttls: 587, tls: 465, none: 25 };

/** The form of a server; an empty one where there is none. */
export function mailFormOf(server: MailServer | null): MailForm {
  if (server === null) {
    return { host: "", port: usualPorts.starttls, security: "starttls", user: "", password: "", from: "" };
  }
  return { ...server, user: server.user ?? "", password: "" };
}

/** The form with another encryption; a usual port follows it, one that somebody chose stays. */
export function withSecurity(form: MailForm, security: MailServer["security"]): MailForm {
  const isUsual = form.port === usualPorts[form.security];
  return { ...form, security, port: isUsual ? usualPorts[security] : form.port };
}

/** The server that a form makes, or the fields that are not right yet. */
export function mailServerOf(
  form: MailForm,
): { readonly server: MailServer } | { readonly wrong: readonly MailField[] } {
  const { host, port, security, from } = form;
  const user = form.user.trim();
  const parsed = mailServerSchema.safeParse({
    host,
    port,
    security,
    user: user === "" ? null : user,
    from: from.trim(),
  });
  if (parsed.success) return { server: parsed.data };
  return { wrong: parsed.error.issues.map((issue) => String(issue.path[0]) as MailField) };
}
