import { describe, expect, it } from "vitest";
import { isInjected } from "../../src/kubernetes/injection.ts";
import { graphOf, object, workloadIn } from "../graph/objects.ts";

async function injected(metadata: object, images: readonly string[] = ["example.com/web:1"]): Promise<boolean> {
  const containers = images.map((image, index) => ({ name: `c${index}`, image }));
  const spec = { template: { metadata, spec: { containers } } };
  const text = object("apps/v1", "Deployment", "web", JSON.stringify({ spec }));
  return isInjected(workloadIn(await graphOf({ "k/w.json": text }), "web"));
}

describe("something adds to the pods", () => {
  it.each([
    [{ annotations: { "sidecar.istio.io/inject": "true" } }],
    [{ labels: { "sidecar.istio.io/inject": "true" } }],
    [{ annotations: { "linkerd.io/inject": "enabled" } }],
    [{ annotations: { note: "x", "dapr.io/enabled": "true" } }],
    [{ annotations: { "linkerd.io/inject": "disabled", "vault.hashicorp.com/agent-inject": "true" } }],
  ])("with %j", async metadata => {
    expect(await injected(metadata)).toBe(true);
  });

  it.each([
    [{}],
    [{ annotations: { "sidecar.istio.io/inject": "false" } }],
    [{ annotations: { "linkerd.io/inject": "disabled" } }],
    [{ labels: { app: "istio" }, annotations: { "example.com/sidecar.istio.io": "true" } }],
  ])("but not with %j", async metadata => {
    expect(await injected(metadata)).toBe(false);
  });

  it("where the mesh fills in the image", async () => {
    expect(await injected({}, ["auto"])).toBe(true);
    expect(await injected({}, ["example.com/web:1", "auto"])).toBe(true);
    expect(await injected({}, ["auto:1"])).toBe(false);
  });
});
