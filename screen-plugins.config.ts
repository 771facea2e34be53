/** What turns the screens' sources into JavaScript, in the build and in tests alike. */
import { lingui } from "@lingui/vite-plugin";
import babel, { defineRolldownBabelPreset } from "@rolldown/plugin-babel";
import react from "@vitejs/plugin-react";
import type { PluginOption } from "vite";

/** Turns the macros of the catalogues into calls, in the files that use them. */
const messageMacros = defineRolldownBabelPreset({
  preset: { plugins: ["@lingui/babel-plugin-lingui-macro"] },
  rolldown: { filter: { code: /from ["']@lingui\/(?:core|react)\/macro["']/ } },
});

/** The plugins for React and for the catalogues. */
export function screenPlugins(): PluginOption[] {
  return [react(), lingui(), babel({ presets: [messageMacros] })];
}
