/** What a source file imports, from its syntax tree. */
import { posix } from "node:path";
import { parseSync } from "vite";

export interface Import {
  readonly line: number;
  /** As written: a package, a `node:` module or a relative path. */
  readonly specifier: string;
  /** For a relative import: its path from the project root. */
  readonly target: string | null;
  /** True where only types are imported. */
  readonly typesOnly: boolean;
}

/**
 * Finds every import, re-export, `import()` and `require()` of a source.
 *
 * @param path of the file, from the project root, with forward slashes
 * @throws Error where the source can't be parsed
 */
export function importsOf(path: string, source: string): Import[] {
  const { program, errors } = parseSync(path, source);
  const [error] = errors;
  if (error !== undefined) throw new Error(`${path}: ${error.message}`);
  const found: Import[] = [];
  visit(program, (node) => {
    const literal = node["type"] === "CallExpression" ? requireArgument(node) : node["source"];
    if (!isNode(literal) || typeof literal["value"] !== "string") return;
    const specifier = literal["value"];
    found.push({
      line: source.slice(0, Number(literal["start"])).split("\n").length,
      specifier,
      target: specifier.startsWith(".") ? posix.join(posix.dirname(path), specifier) : null,
      typesOnly: isTypesOnly(node),
    });
  });
  return found;
}

type Node = Readonly<Record<string, unknown>>;

function visit(value: unknown, each: (node: Node) => void): void {
  if (Array.isArray(value)) for (const item of value) visit(item, each);
  else if (isNode(value)) {
    each(value);
    for (const child of Object.values(value)) visit(child, each);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value;
}

function requireArgument(call: Node): unknown {
  const { callee, arguments: given } = call;
  const isRequire = isNode(callee) && callee["type"] === "Identifier" && callee["name"] === "require";
  return isRequire && Array.isArray(given) ? given[0] : undefined;
}

function isTypesOnly(node: Node): boolean {
  if (node["type"] === "TSImportType" || node["importKind"] === "type" || node["exportKind"] === "type")
    return true;
  const specifiers = node["specifiers"];
  return (
    Array.isArray(specifiers) &&
    specifiers.length > 0 &&
    specifiers.every((one: Node) => one["importKind"] === "type" || one["exportKind"] === "type")
  );
}
