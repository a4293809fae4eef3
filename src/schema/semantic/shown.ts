import type { Field } from "../../field.ts";
import { quote } from "./format.ts";

/** A value as a message shows it: text in quotes, numbers plain, lists and maps by their kind. */
export function shown(field: Field): string {
  const value = field.scalar;
  if (value === undefined) return field.isList ? "[…]" : field.isMap ? "{…}" : "nothing";
  return typeof value === "string" ? quote(value) : String(value);
}
