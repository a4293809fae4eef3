import { Functions } from "./functions.ts";
export declare function libraryFunctions(): Functions;
