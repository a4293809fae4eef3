// Everything the bundle offers: the public API, and main() for the bin.

export * from "./index.ts";
export { main } from "./main.ts";
