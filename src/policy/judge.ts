// Policies among the objects of a run: their expressions are compiled as the API server does when a policy is created.

import type { Problem } from "../diagnostic.ts";
import type { Field } from "../field.ts";
import { libraryFunctions } from "./cel/library.ts";
import { loadParser } from "./cel/parse.ts";
import { compilePolicy } from "./compile.ts";
import { problemOf } from "./problems.ts";

export type PolicyJudge = (object: Field) => readonly Problem[];

export async function loadPolicyJudge(): Promise<PolicyJudge> {
  const compiler = { parse: await loadParser(), functions: libraryFunctions() };
  return root => {
    const isOurs = root.get("apiVersion").string?.startsWith("admissionregistration.k8s.io/") === true;
    if (!isOurs || root.get("kind").scalar !== "ValidatingAdmissionPolicy") return [];
    const { faults } = compilePolicy(root, compiler);
    return faults.filter(({ at }) => !at.isUnknown).map(fault => problemOf(fault));
  };
}
