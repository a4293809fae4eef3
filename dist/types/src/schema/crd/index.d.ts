export { type Definition, Definitions, isDefinition, readDefinition, type Version } from "./definition.ts";
export { type Outcome, type ResourceOptions, validateCustomResource } from "./validate.ts";
