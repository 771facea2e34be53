/** The three bundles of the desktop console; `out/renderer` is what the browser host serves too. */
import { defineConfig } from "electron-vite";
import { screenPlugins } from "./screen-plugins.config.ts";

export default defineConfig({
  main: {
    build: {
      rolldownOptions: {
        // Files are made in a thread of its own, which has to be a file of its own.
        input: { main: "electron/main.ts", "export-worker": "electron/exports/export-worker.ts" },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: "electron/preload.ts" },
        // A sandboxed preload can't be an ES module.
        output: { format: "cjs", entryFileNames: "[name].cjs" },
      },
    },
  },
  renderer: {
    root: "renderer",
    build: {
      minify: true,
      // The security policy of both hosts refuses inlined fonts and scripts.
      assetsInlineLimit: 0,
      // The screens come from the same machine: no chunk is worth splitting for its download.
      chunkSizeWarningLimit: 2_000,
      rolldownOptions: { input: "renderer/index.html" },
    },
    plugins: [
      screenPlugins(),
      {
        // Screens have addresses of their own, from which relative ones would lead nowhere.
        name: "vigie:absolute-base",
        config: () => ({ base: "/" }),
      },
    ],
  },
});
