/** `vigie roles`: who may ask what, as a table. */
import { type Permission, permissions } from "../../shared/contract/permission.ts";
import { roles } from "../../shared/domain/role.ts";
import { answer, type Command, commonFlags, noMoreArguments, readFlags } from "./command.ts";

export const rolesCommand: Command = {
  name: "roles",
  summary: "print which roles may ask what, as a table",
  help: [
    "roles [--json]",
    "",
    "One line for each procedure of the contract. `anyone` may be asked before signing in.",
  ].join("\n"),
  async run(args, context) {
    const { positionals } = readFlags(args, commonFlags);
    noMoreArguments(positionals);
    answer(context, permissions, () => `${rolesTable()}\n`);
  },
};

/** The table in Markdown: a row for each procedure, a column for each role. */
export function rolesTable(): string {
  const header = ["procedure", ...roles.map((role) => role.replace("_", " "))];
  const rows = Object.entries(permissions).flatMap(([noun, procedures]) =>
    Object.entries<Permission>(procedures).map(([procedure, permission]) => [
      `\`${noun}.${procedure}\``,
      ...roles.map((role) => (permission === "anyone" ? "anyone" : permission.includes(role) ? "yes" : "–")),
    ]),
  );
  return [header, header.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
