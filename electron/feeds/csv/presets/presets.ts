/** Mappings that come with the console. They are mappings like any other. */
import type { Mapping } from "../../../../shared/domain/import-mapping.ts";
import { Fault } from "../../../../shared/faults.ts";
import { bankCalls1999 } from "./bank-calls-1999.ts";
import { warsawOffices } from "./warsaw-offices.ts";

export const presets: readonly Mapping[] = [bankCalls1999, warsawOffices];

/** @throws Fault `not_found`, naming the presets that there are */
export function findPreset(name: string): Mapping {
  const preset = presets.find((candidate) => candidate.name === name);
  if (preset === undefined) {
    throw new Fault(
      "not_found",
      `There is no preset "${name}". There are: ${presets.map((candidate) => candidate.name).join(", ")}. For any other file, write a mapping (docs/import.md).`,
      { preset: name },
    );
  }
  return preset;
}
