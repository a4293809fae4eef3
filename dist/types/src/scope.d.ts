import { type ScopeOptions, type Scopes } from "./graph/scopes.ts";
import { type LoadedFile } from "./load.ts";
import type { Settings } from "./settings.ts";
export declare function scopesOf(files: readonly LoadedFile[], { settings, context, asked }: Pick<ScopeOptions, "context" | "asked"> & {
    settings: Settings;
}): Promise<Scopes>;
