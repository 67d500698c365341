// Writes the chosen icons of the design system as one small file of paths, which the templates put inline.
import { readFileSync, writeFileSync } from "node:fs";

const here = new URL(".", import.meta.url);
const folder = new URL("node_modules/dkfds/src/img/svg-icons/", here);

// The design system has no open padlock; this one is of the same family (Material Symbols, Apache 2.0).
const own = {
  "lock-open":
    "M240-640h360v-80q0-50-35-85t-85-35q-50 0-85 35t-35 85h-80q0-83 58.5-141.5T480-920q83 0 141.5 58.5T680-720v80h40q33 0 56.5 23.5T800-560v400q0 33-23.5 56.5T720-80H240q-33 0-56.5-23.5T160-160v-400q0-33 23.5-56.5T240-640Zm0 480h480v-400H240v400Zm240-120q33 0 56.5-23.5T560-360q0-33-23.5-56.5T480-440q-33 0-56.5 23.5T400-360q0 33 23.5 56.5T480-280ZM240-160v-400 400Z",
};

function path(name) {
  const svg = readFileSync(new URL(`${name}.svg`, folder), "utf8");
  const found = [...svg.matchAll(/<path[^>]* d="([^"]+)"|<path d="([^"]+)"/g)];
  if (!svg.includes('viewBox="0 -960 960 960"') || found.length !== 1) {
    throw new Error(`${name}.svg is not drawn as the other icons are`);
  }
  return found[0][1] ?? found[0][2];
}

const names = readFileSync(new URL("icons.txt", here), "utf8").split("\n").filter(Boolean);
const icons = Object.fromEntries([...names.map((name) => [name, path(name)]), ...Object.entries(own)].sort());
writeFileSync(process.argv[2], `${JSON.stringify(icons, null, 1)}\n`);
