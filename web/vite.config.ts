import { defineConfig } from "vite";

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir: "../src/according/web/static",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0, // nothing inline: the content policy allows only files of this server
    modulePreload: { polyfill: false },
    license: { fileName: "licenses.md" }, // what the bundled libraries ask to be shipped with them
    chunkSizeWarningLimit: 1300,
  },
  worker: { format: "es" },
  server: { proxy: { "/api": "http://127.0.0.1:8040" } },
});
