import { type Scopes } from "./graph/scopes.ts";
import { type LoadedFile } from "./load.ts";
import type { Settings } from "./settings.ts";
export declare function scopesOf(files: readonly LoadedFile[], { settings, context }: {
    settings: Settings;
    context: boolean;
}): Promise<Scopes>;
