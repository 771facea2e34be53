/** Holds every file to its layer. Run directly, it checks the whole tree: `node tests/helpers/layers.ts`. */
import { globSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { type Import, importsOf } from "./layers-imports.ts";
import { type Layer, layers, type PackageKind, packageKinds } from "./layers-rules.ts";

const root = join(import.meta.dirname, "../..");

/** What is wrong with the imports of one file; one sentence each, which says where the code belongs. */
export function checkFile(path: string, source: string): string[] {
  const own = layerOf(path);
  if (own === undefined) {
    return [`${path} is in no layer. Put it into the folder of one, or add a layer to layers-rules.ts.`];
  }
  return importsOf(path, source)
    .filter((one) => !mayImport(own, one))
    .map((one) => `${path}:${one.line} imports "${one.specifier}"${hint(own, one)}. ${own.teaches}`);
}

/** What is wrong with the imports of all sources of the console. */
export function checkTree(): { files: number; problems: string[] } {
  const paths = globSync("{shared,electron,renderer}/**/*.{ts,tsx}", { cwd: root })
    .map((path) => path.split(sep).join("/"))
    .sort();
  return {
    files: paths.length,
    problems: paths.flatMap((path) => checkFile(path, readFileSync(join(root, path), "utf8"))),
  };
}

function mayImport(own: Layer, one: Import): boolean {
  if (one.target === null) return own.packages.includes(kindOf(one.specifier));
  // Facts about the package itself, and styles and catalogues beside the screens.
  if (one.target === "package.json") return true;
  const target = layerOf(one.target);
  if (target === undefined) return false;
  return (
    target === own || own.may.includes(target.name) || (one.typesOnly && isAmong(own.mayTypes, target.name))
  );
}

/** Says so where types alone would have been fine. */
function hint(own: Layer, one: Import): string {
  const target = one.target === null ? undefined : layerOf(one.target);
  return target !== undefined && isAmong(own.mayTypes, target.name)
    ? " (only its types may be imported)"
    : "";
}

function isAmong(names: readonly string[] | undefined, name: string): boolean {
  return names?.includes(name) ?? false;
}

function layerOf(path: string): Layer | undefined {
  let found: Layer | undefined;
  let longest = 0;
  for (const layer of layers) {
    for (const place of layer.at) {
      const fits = place.endsWith("/") ? path.startsWith(place) : path === place;
      if (fits && place.length > longest) [found, longest] = [layer, place.length];
    }
  }
  return found;
}

function kindOf(specifier: string): PackageKind {
  for (const [kind, patterns] of Object.entries(packageKinds)) {
    if (patterns.some((pattern) => pattern.test(specifier))) return kind as PackageKind;
  }
  return "plain";
}

if (import.meta.main) {
  const { files, problems } = checkTree();
  for (const problem of problems) console.error(problem);
  console.log(`Layers: ${files} files checked, ${problems.length} wrong imports.`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
