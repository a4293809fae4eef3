// The picture of a graph as SVG: four columns, edges as curves. Readable without colours: broken edges are dashed and carry their reason.

import type { Picture, PictureEdge, PictureNode } from "./picture.ts";

const BOX = { width: 190, height: 40, gapX: 170, gapY: 16, margin: 20 } as const;
const CHARACTERS = 26;

interface Spot {
  readonly x: number;
  readonly y: number;
}

export function pictureAsSvg(picture: Picture): string {
  const spots = layOut(picture.nodes);
  const rows = Math.max(1, ...columnsOf(picture.nodes).map(({ length }) => length));
  const columns = Math.max(1, columnsOf(picture.nodes).length);
  const width = 2 * BOX.margin + columns * BOX.width + (columns - 1) * BOX.gapX;
  const height = 2 * BOX.margin + rows * BOX.height + (rows - 1) * BOX.gapY;
  const label = `${picture.edges.length} links in ${picture.title}, ${picture.edges.filter(({ broken }) => broken !== undefined).length} broken`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="kl-graph" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(label)}">`,
    `<style>.kl-graph text{font:12px system-ui,sans-serif;fill:currentColor}.kl-graph .k{font-size:10px;opacity:.7}.kl-graph rect{fill:none;stroke:currentColor}.kl-graph path{fill:none;stroke:currentColor;opacity:.5}.kl-graph .x{stroke:#c62828;fill:#c62828;opacity:1}@media (prefers-color-scheme:dark){.kl-graph .x{stroke:#ff8a80;fill:#ff8a80}}.kl-graph path.x{fill:none;stroke-dasharray:5 4}.kl-graph text.x{stroke:none;font-size:11px}.kl-graph rect.x{fill:none;stroke-dasharray:4 3}</style>`,
    ...picture.edges.map(edge => drawEdge(edge, spots)),
    ...picture.nodes.map(node => drawNode(node, spots)),
    "</svg>",
    "",
  ].join("\n");
}

/** The columns that have nodes, in order. */
function columnsOf(nodes: readonly PictureNode[]): PictureNode[][] {
  const columns = new Map<number, PictureNode[]>();
  for (const node of nodes) {
    const column = columns.get(node.column);
    if (column === undefined) columns.set(node.column, [node]);
    else column.push(node);
  }
  return [...columns].sort(([a], [b]) => a - b).map(([, column]) => column);
}

function layOut(nodes: readonly PictureNode[]): Map<string, Spot> {
  const spots = new Map<string, Spot>();
  columnsOf(nodes).forEach((column, index) => {
    const x = BOX.margin + index * (BOX.width + BOX.gapX);
    column.forEach((node, row) => {
      spots.set(node.id, { x, y: BOX.margin + row * (BOX.height + BOX.gapY) });
    });
  });
  return spots;
}

function drawNode({ id, kind, name, missing }: PictureNode, spots: ReadonlyMap<string, Spot>): string {
  const { x, y } = spots.get(id) ?? { x: 0, y: 0 };
  const mark = missing ? ' class="x"' : "";
  const title = `<title>${escaped(`${kind} ${name}${missing ? ", not found" : ""}`)}</title>`;
  const box = `<rect${mark} x="${x}" y="${y}" width="${BOX.width}" height="${BOX.height}" rx="5"/>`;
  const lines = `<text class="k" x="${x + 8}" y="${y + 15}">${escaped(kind)}</text><text x="${x + 8}" y="${y + 31}">${escaped(short(name))}</text>`;
  return `<g>${title}${box}${lines}</g>`;
}

function drawEdge({ from, to, label, broken }: PictureEdge, spots: ReadonlyMap<string, Spot>): string {
  const [start, end] = [spots.get(from), spots.get(to)];
  if (start === undefined || end === undefined) return "";
  const [x1, y1] = [start.x + BOX.width, start.y + BOX.height / 2];
  const [x2, y2] = [end.x, end.y + BOX.height / 2];
  const bend = BOX.gapX / 2;
  const mark = broken === undefined ? "" : ' class="x"';
  const path = `<path${mark} d="M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}"/>`;
  const text = broken === undefined ? label : `✗ ${broken}`;
  if (text === "") return path;
  const title = `<title>${escaped(text)}</title>`;
  return `<g>${title}${path}<text${broken === undefined ? ' class="k"' : mark} x="${(x1 + x2) / 2}" y="${(y1 + y2) / 2 - 4}" text-anchor="middle">${escaped(short(text))}</text></g>`;
}

function short(text: string): string {
  return text.length <= CHARACTERS ? text : `${text.slice(0, CHARACTERS - 1)}…`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text for XML: markup is escaped, control characters fall away. */
function escaped(text: string): string {
  return text
    .replace(/[\u0000-\u001f\u007f-\u009f\ufffe\uffff]/g, "")
    .replace(/[&<>"']/g, character => ENTITIES[character] ?? "");
}
