import { describe, expect, it } from "vitest";
import { pictureAsMermaid, pictureAsRows, pictureOf } from "../../src/graph/picture.ts";
import { pictureAsSvg } from "../../src/graph/picture-svg.ts";
import { deployment, graphOf, object, service } from "./objects.ts";

async function picture(name = "web", files?: ReadonlySet<string>) {
  const ingress = (backend: string, port: number) =>
    object(
      "networking.k8s.io/v1",
      "Ingress",
      "edge",
      `{"spec": {"rules": [{"http": {"paths": [{"backend": {"service": {"name": "${backend}", "port": {"number": ${port}}}}}]}}]}}`,
    );
  const graph = await graphOf({
    "k/i.yaml": ingress("web", 8080),
    "k/j.yaml": ingress("gone", 80).replace('"edge"', '"other"'),
    "k/s.yaml": service("web", { app: "web" }, { ports: "[{port: 80, targetPort: http}]" }),
    "k/b.yaml": service("api", { app: "ap" }),
    "k/w.yaml": deployment(name, { labels: { app: "web" }, ports: "[{name: http, containerPort: 8080}]" }),
    "k/a.yaml": deployment("api", { labels: { app: "api" } }),
  });
  return pictureOf(graph, files);
}

describe("a picture of the graph", () => {
  it("has its rows as text, what is broken first", async () => {
    expect(pictureAsRows(await picture())).toEqual([
      "✗ Ingress edge → Service web (8080): no port 8080",
      "✗ Ingress other → Service gone (80): not found",
      "✗ Service api → Deployment api: selector does not match",
      "✓ Service web → Deployment web (80 → 8080)",
    ]);
  });

  it("shows what leads to some files and from them", async () => {
    expect(pictureAsRows(await picture("web", new Set(["k/s.yaml"])))).toEqual([
      "✗ Ingress edge → Service web (8080): no port 8080",
      "✓ Service web → Deployment web (80 → 8080)",
    ]);
    expect(pictureAsRows(await picture("web", new Set(["k/j.yaml"])))).toEqual([
      "✗ Ingress other → Service gone (80): not found",
    ]);
    expect((await picture("web", new Set(["other.yaml"]))).edges).toEqual([]);
  });

  it("is a flow chart with broken edges marked", async () => {
    const text = pictureAsMermaid(await picture());
    expect(text.split("\n")[0]).toBe("flowchart LR");
    expect(text).toContain('-. "✗ no port 8080" .->');
    expect(text).toContain('-- "80 → 8080" -->');
    expect(text).toContain("linkStyle 0,1,2 stroke:#c62828");
  });

  it("is an SVG that names what it shows", async () => {
    const svg = pictureAsSvg(await picture());
    expect(svg).toContain('role="img" aria-label="4 links in project, 3 broken"');
    expect(svg.match(/<rect/g)).toHaveLength(7);
    expect(svg).toContain("<title>Service gone, not found</title>");
  });

  it("lets no text of a manifest become markup", async () => {
    const evil = await picture("'<script>\"]-->x'");
    expect(pictureAsSvg(evil)).not.toContain("<script>");
    expect(pictureAsMermaid(evil)).not.toMatch(/<script>|"\]-->x/);
  });
});
