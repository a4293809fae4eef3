// Everything the bundle offers: the public API, main() for the bin, and runAction() for the Action.

export { runAction } from "./command-action.ts";
export * from "./index.ts";
export { main } from "./main.ts";
