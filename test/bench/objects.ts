// Applications made up for measuring: a Deployment, its Service and its PodDisruptionBudget, each under a name of its own.

const AREAS = ["shop", "billing", "search", "media", "auth", "mail", "stock", "report"];
const ROLES = ["web", "api", "worker", "cache", "gateway", "sync"];

/** The three objects of the n-th application. Most are sound; every tenth has no readiness probe and every twelfth a Service that misses it. */
export function application(n: number): string[] {
  const name = `${AREAS[n % AREAS.length]}-${ROLES[n % ROLES.length]}-${n}`;
  const replicas = 2 + (n % 4);
  const port = 8000 + (n % 100);
  const probe = (path: string, period: number) =>
    `{ httpGet: { path: ${path}, port: http }, periodSeconds: ${period}, timeoutSeconds: 2 }`;
  const readiness = n % 10 === 9 ? [] : [`          readinessProbe: ${probe("/ready", 5)}`];
  return [
    [
      "apiVersion: apps/v1",
      "kind: Deployment",
      "metadata:",
      `  name: ${name}`,
      `  labels: { app: ${name}, tier: ${ROLES[n % ROLES.length]} }`,
      "spec:",
      `  replicas: ${replicas}`,
      `  selector: { matchLabels: { app: ${name} } }`,
      "  template:",
      "    metadata:",
      `      labels: { app: ${name}, tier: ${ROLES[n % ROLES.length]} }`,
      "    spec:",
      "      containers:",
      `        - name: ${name}`,
      `          image: registry.example.com/${name}:1.${n % 30}.0`,
      "          ports:",
      `            - { name: http, containerPort: ${port} }`,
      ...readiness,
      `          livenessProbe: ${probe("/live", 10)}`,
      "          resources:",
      `            requests: { cpu: ${100 + (n % 5) * 50}m, memory: 128Mi }`,
      "            limits: { memory: 256Mi }",
      "",
    ].join("\n"),
    [
      "apiVersion: v1",
      "kind: Service",
      "metadata:",
      `  name: ${name}`,
      "spec:",
      `  selector: { app: ${n % 12 === 11 ? `${name}x` : name} }`,
      "  ports:",
      "    - { name: http, port: 80, targetPort: http }",
      "",
    ].join("\n"),
    [
      "apiVersion: policy/v1",
      "kind: PodDisruptionBudget",
      "metadata:",
      `  name: ${name}`,
      "spec:",
      "  maxUnavailable: 1",
      `  selector: { matchLabels: { app: ${name} } }`,
      "",
    ].join("\n"),
  ];
}

/** Exactly so many objects, application by application. */
export function* objects(count: number): Generator<string> {
  for (let n = 0, made = 0; made < count; n++)
    for (const text of application(n)) {
      if (made === count) return;
      made++;
      yield text;
    }
}
