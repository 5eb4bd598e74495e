// Bundles the modules into ../assets/page.js, with the hash of its sources in the first line.
// `node build.mjs --stdout` prints the bundle instead, for the check that the committed one is up to date.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));

/** SHA-256 over names and contents of all modules, in the order of their names. */
function sourcesHash() {
  const hash = createHash("sha256");
  for (const name of readdirSync(here).filter((file) => file.endsWith(".js") || file === "words.json").sort()) {
    hash.update(`${name}\0`).update(readFileSync(join(here, name))).update("\0");
  }
  return hash.digest("hex");
}

const bundled = await build({
  absWorkingDir: here,
  entryPoints: ["main.js"],
  bundle: true,
  minify: true,
  format: "iife",
  globalName: "GeoPage",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  write: false,
});
const code = `/* built from geo/webmap/script, sources sha256 ${sourcesHash()} */\n${bundled.outputFiles[0].text}`;
if (process.argv.includes("--stdout")) process.stdout.write(code);
else writeFileSync(join(here, "..", "assets", "page.js"), code);
