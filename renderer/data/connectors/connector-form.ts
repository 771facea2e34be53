/** A connector as text fields: what a person types, and the draft that it makes. */
import {
  type Connector,
  type ConnectorDraft,
  type ConnectorKind,
  connectorDraftSchema,
  type ServiceMapping,
} from "../../../shared/domain/connector.ts";

export interface ConnectorForm {
  readonly kind: ConnectorKind;
  readonly name: string;
  readonly siteId: string;
  /** One line per service: theirs = ours. */
  readonly services: string;
  readonly enabled: boolean;
  readonly url: string;
  /** Numbers, with commas or spaces between. */
  readonly scopeIds: string;
  readonly pollSeconds: number;
  /** Empty: the one that is kept stays. */
  readonly accessKey: string;
}

export type FormField = "name" | "siteId" | "services" | "url" | "scopeIds" | "accessKey";

const emptyForm: ConnectorForm = {
  kind: "novo_sga",
  name: "",
  siteId: "",
  services: "",
  enabled: true,
  url: "",
  scopeIds: "",
  pollSeconds: 60,
  accessKey: "",
};

/** The form of a connector; an empty one for a new connector at a site. */
export function formOf(connector: Connector | null, siteId: string): ConnectorForm {
  if (connector === null) return { ...emptyForm, siteId };
  const { kind, name, enabled } = connector;
  const services = connector.services.map(({ theirs, serviceId }) => `${theirs} = ${serviceId}`).join("\n");
  const common = { ...emptyForm, kind, name, enabled, siteId: connector.siteId, services };
  if (connector.kind === "novo_sga") return common;
  const { url, pollSeconds, scopeIds } = connector;
  return { ...common, url, pollSeconds, scopeIds: scopeIds.join(", ") };
}

/** The draft that a form makes, or the fields that are not right yet. */
export function draftOf(
  form: ConnectorForm,
  id: string | null,
): { readonly draft: ConnectorDraft } | { readonly wrong: readonly FormField[] } {
  const services = mappingsOf(form.services);
  const common = {
    ...(id === null ? {} : { id }),
    name: form.name,
    siteId: form.siteId.trim(),
    services: services ?? [],
    enabled: form.enabled,
  };
  const accessKey = form.accessKey.trim();
  const parsed = connectorDraftSchema.safeParse(
    form.kind === "novo_sga"
      ? { ...common, kind: form.kind }
      : {
          ...common,
          kind: form.kind,
          url: form.url.trim(),
          scopeIds: form.scopeIds.split(/[\s,;]+/).filter((part) => part !== ""),
          pollSeconds: form.pollSeconds,
          ...(accessKey === "" ? {} : { accessKey }),
        },
  );
  if (parsed.success && services !== null) return { draft: parsed.data };
  const issues = parsed.success ? [] : parsed.error.issues.map((issue) => String(issue.path[0]) as FormField);
  return { wrong: services === null ? [...issues, "services"] : issues };
}

/** Null where a line is not of the form `theirs = ours`. */
function mappingsOf(text: string): ServiceMapping[] | null {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const mappings = lines.map((line) => {
    const at = line.lastIndexOf("=");
    return { theirs: line.slice(0, Math.max(at, 0)).trim(), serviceId: line.slice(at + 1).trim() };
  });
  return mappings.some(({ theirs, serviceId }) => theirs === "" || serviceId === "") ? null : mappings;
}
