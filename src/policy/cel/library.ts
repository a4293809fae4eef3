// All functions that an expression in an admission policy may call on a server of 1.35 (apiserver/pkg/cel/environment/base.go).

import { Functions } from "./functions.ts";
import { addAddresses } from "./library-addresses.ts";
import { addCore } from "./library-core.ts";
import { addKubernetes } from "./library-kubernetes.ts";
import { addLists } from "./library-lists.ts";
import { addStrings } from "./library-strings.ts";

export function libraryFunctions(): Functions {
  const functions = new Functions();
  addCore(functions);
  addStrings(functions);
  addLists(functions);
  addAddresses(functions);
  addKubernetes(functions);
  return functions;
}
