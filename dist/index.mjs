import api from "./main.js";

export const { DEFAULT_SETTINGS, lint, reporters, rules, version } = api;
