import { describe, expect, test } from "vitest";
import { governedBy } from "../../src/yaml/comments.ts";
import { parseDocumentsWith } from "../../src/yaml/documents.ts";
import { LineIndex } from "../../src/yaml/lines.ts";
import { parsePart } from "../../src/yaml/parse.ts";

/** The text that each comment governs, by the comment's own text. */
function governed(text: string): Record<string, string | undefined> {
  const lines = new LineIndex(text);
  const found: Record<string, string | undefined> = {};
  for (const document of parseDocumentsWith(parsePart, text)) {
    for (const comment of document.comments) {
      const place = governedBy(document, comment, lines);
      found[comment.text.trim()] = place === undefined ? undefined : text.slice(place.start, place.end);
    }
  }
  return found;
}

describe("what a comment governs", () => {
  test("the node below it, the line it ends, or the whole document from above it", () => {
    const text = `# top
kind: Pod # kind
spec:
  # replicas
  replicas: 1
  # containers
  containers:
    # web
    - name: web # name
      # args
      args: [a]
    # side
    - name: side
      # nothing
# status
status:
  # inside
  x: 1
# end
`;
    expect(governed(text)).toEqual({
      top: text.slice(text.indexOf("kind"), text.indexOf("\n# end")),
      kind: "kind: Pod # kind",
      replicas: "replicas: 1",
      containers: text.slice(text.indexOf("containers:"), text.indexOf("\n      # nothing")),
      web: "name: web # name\n      # args\n      args: [a]",
      name: "    - name: web # name",
      args: "args: [a]",
      side: "name: side",
      nothing: "status:\n  # inside\n  x: 1",
      status: "status:\n  # inside\n  x: 1",
      inside: "x: 1",
      end: undefined,
    });
  });

  test("aliases, merges and flow collections", () => {
    const text =
      "a: &a {x: 1}\n# alias\nb: *a\n# merge\nc:\n  <<: *a\n  # own\n  y: 2\nd: [\n  # one\n  1,\n  # none\n]\n";
    expect(governed(text)).toEqual({
      alias: "b: *a",
      merge: "c:\n  <<: *a\n  # own\n  y: 2",
      own: "y: 2",
      one: "1",
      none: undefined,
    });
  });

  test("each document has its own", () => {
    expect(governed("# one\na: 1\n--- # marker\n# two\nb: 2\n---\n# nothing\n")).toEqual({
      one: "a: 1",
      marker: "--- # marker",
      two: "b: 2",
      nothing: undefined,
    });
  });
});
