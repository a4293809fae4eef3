// A text as a field, for tests of what reads fields.

import { Field } from "../../src/field.ts";
import { parseNodes } from "../oracle/manifests.ts";

export function field(text: string): Field {
  return new Field(parseNodes(text)?.[0]);
}
