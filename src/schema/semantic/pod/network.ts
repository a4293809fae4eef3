// Names and addresses of a pod (validatePodDNSConfig, ValidateHostAliases, hostnames).

import type { Field } from "../../../field.ts";
import { requireText, validateEnum } from "../checks.ts";
import { formatErrors } from "../format.ts";
import { IP_MESSAGE, parseIp } from "../ip.ts";
import { byteLength, isDns1123Label, isDns1123Subdomain, isDns1123SubdomainWithUnderscore } from "../names.ts";
import { isTrue, pathOf, rawTextOf, textOf } from "../read.ts";
import type { PodScope } from "./scope.ts";

const DNS_POLICIES = ["ClusterFirstWithHostNet", "ClusterFirst", "Default", "None"];
const MOST_NAMESERVERS = 3;
const MOST_SEARCHES = 32;
const LONGEST_SEARCH_LIST = 2048;
/** RelaxedDNSSearchValidation defaults on since this minor. */
const RELAXED_SEARCH_SINCE = 33;
/** HostnameOverride defaults on since this minor. */
const HOSTNAME_OVERRIDE_SINCE = 35;
const LONGEST_HOSTNAME = 64;

export function validateDns(scope: PodScope): void {
  const { spec, problems } = scope;
  const policy = spec.get("dnsPolicy");
  validateEnum(policy, DNS_POLICIES, problems, { empty: "default" });
  const config = spec.get("dnsConfig");
  const servers = config.get("nameservers");
  if (textOf(policy) === "None") {
    if (!config.exists) {
      problems.required(config, "required value: must provide `dnsConfig` when `dnsPolicy` is None");
      return;
    }
    if (servers.items().length === 0) {
      problems.required(servers, "required value: must provide at least one DNS nameserver when `dnsPolicy` is None");
      return;
    }
  }
  if (servers.items().length > MOST_NAMESERVERS)
    problems.invalid(
      servers,
      `${servers.items().length} nameservers: must not have more than ${MOST_NAMESERVERS} nameservers`,
    );
  for (const server of servers.items()) validateIp(server, scope);
  validateSearches(config.get("searches"), scope);
  for (const option of config.get("options").items())
    requireText(option.get("name"), "the name of a DNS option must not be empty", problems, {
      serverField: pathOf(option),
    });
}

function validateIp(field: Field, scope: PodScope): void {
  const text = textOf(field);
  if (text !== undefined && parseIp(text) === undefined)
    scope.problems.invalid(field, `${text === "" ? `${field.key} is empty:` : `"${text}"`} ${IP_MESSAGE}`);
}

function validateSearches(searches: Field, scope: PodScope): void {
  const { problems } = scope;
  const items = searches.items();
  if (items.length > MOST_SEARCHES)
    problems.invalid(searches, `${items.length} searches: must not have more than ${MOST_SEARCHES} search paths`);
  const length = byteLength(items.map(item => rawTextOf(item) ?? "").join(" "));
  if (length > LONGEST_SEARCH_LIST)
    problems.invalid(
      searches,
      `the searches have ${length} characters: must not have more than ${LONGEST_SEARCH_LIST} characters (including spaces) in the search list`,
    );
  const relaxed = scope.minor >= RELAXED_SEARCH_SINCE;
  for (const item of items)
    formatErrors(
      item,
      "search domain",
      text => {
        if (relaxed && text === ".") return [];
        const domain = text.endsWith(".") ? text.slice(0, -1) : text;
        return relaxed ? isDns1123SubdomainWithUnderscore(domain) : isDns1123Subdomain(domain);
      },
      problems,
    );
}

export function validateHostAliases(scope: PodScope): void {
  for (const alias of scope.spec.get("hostAliases").items()) {
    validateIp(alias.get("ip"), scope);
    for (const name of alias.get("hostnames").items())
      formatErrors(name, "host name", isDns1123Subdomain, scope.problems);
  }
}

export function validateHostnames(scope: PodScope): void {
  const { spec, problems } = scope;
  for (const key of ["hostname", "subdomain"]) {
    const field = spec.get(key);
    if (rawTextOf(field) !== "") formatErrors(field, key, isDns1123Label, problems);
  }
  const override = spec.get("hostnameOverride");
  if (rawTextOf(override) === "" || scope.minor < HOSTNAME_OVERRIDE_SINCE) return;
  const text = textOf(override);
  if (text !== undefined && byteLength(text) > LONGEST_HOSTNAME)
    problems.invalid(
      override,
      `hostnameOverride has ${byteLength(text)} characters: must be no more than ${LONGEST_HOSTNAME} characters`,
    );
  formatErrors(override, "host name", isDns1123Subdomain, problems);
  if (isTrue(spec.get("setHostnameAsFQDN")))
    problems.invalid(override, "hostnameOverride must not be set when `setHostnameAsFQDN` is true", {
      serverField: pathOf(override),
    });
  if (isTrue(spec.get("hostNetwork")))
    problems.invalid(override, "hostnameOverride must not be set when `hostNetwork` is true");
}
