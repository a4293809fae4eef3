// What every HTML report has in common: its style, and the one script that may run in it.

/** Colours follow the reader's system; both sets keep a contrast of 4.5 and more. */
export const STYLE = `
:root{color-scheme:light dark;--bg:#fff;--fg:#1b1f24;--dim:#57606a;--line:#d0d7de;--box:#f6f8fa;--error:#b3261e;--warning:#8a5300;--info:#0757b8;--mark:#ffe08a}
@media (prefers-color-scheme:dark){:root{--bg:#0f1419;--fg:#e6e8eb;--dim:#9aa4af;--line:#313943;--box:#171d24;--error:#ff8a80;--warning:#f2b75c;--info:#7db7ff;--mark:#665200}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:72rem;padding:1.5rem;background:var(--bg);color:var(--fg);font:16px/1.5 system-ui,sans-serif}
h1{font-size:1.5rem;margin:0 0 .25rem}h2{font-size:1.2rem;margin:2rem 0 .75rem}h3{font-size:1rem;margin:0;font-weight:600;overflow-wrap:anywhere}
a{color:var(--info)}
.dim,.place{color:var(--dim)}.place{margin:.25rem 0;overflow-wrap:anywhere}
.severity{font-weight:700}.error .severity,.count-error{color:var(--error)}.warning .severity,.count-warning{color:var(--warning)}.info .severity,.count-info{color:var(--info)}
.finding{border:1px solid var(--line);border-left-width:.35rem;border-radius:.4rem;padding:.75rem 1rem;margin:0 0 1rem}
.finding.error{border-left-color:var(--error)}.finding.warning{border-left-color:var(--warning)}.finding.info{border-left-color:var(--info)}
.finding:focus{outline:3px solid var(--info);outline-offset:2px}
pre{background:var(--box);border:1px solid var(--line);border-radius:.3rem;padding:.5rem .75rem;margin:.5rem 0;overflow-x:auto;font:.875rem/1.45 ui-monospace,monospace}
mark{background:var(--mark);color:inherit;border-bottom:2px solid currentColor}.number{color:var(--dim);user-select:none}
.finding>:last-child{margin-bottom:0}
.finding,section .kl-sim{content-visibility:auto;contain-intrinsic-size:auto 18rem}
nav{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin-top:.75rem}caption{text-align:left;padding:.25rem .75rem}
section .kl-sim{max-width:none;margin:0 0 2.5rem;padding:0}section .kl-sim h2{font-size:1.05rem}
table{border-collapse:collapse}th,td{text-align:left;padding:.25rem .75rem;border-bottom:1px solid var(--line)}td.n{text-align:right}
form{position:sticky;top:0;background:var(--bg);display:flex;flex-wrap:wrap;gap:.75rem 1.25rem;align-items:center;padding:.75rem 0;border-bottom:1px solid var(--line);margin-bottom:1rem}
fieldset{border:0;padding:0;margin:0;display:flex;gap:.75rem}legend{float:left;padding:0 .5rem 0 0}input[type=search]{min-width:14rem}
input,select{font:inherit;color:inherit;background:var(--box);border:1px solid var(--line);border-radius:.3rem;padding:.2rem .4rem}
[hidden]{display:none!important}
svg{max-width:100%;height:auto}
@media (max-width:48rem){form{position:static}}
@media print{.finding,section .kl-sim{content-visibility:visible}form,.keys,nav{display:none}body{max-width:none;padding:0}.finding{break-inside:avoid}pre{overflow:visible;white-space:pre-wrap}}
`;

/** Filters what is on the page; it reads attributes and text, and writes neither. */
export const SCRIPT = `
"use strict";
const form = document.querySelector("form");
const findings = [...document.querySelectorAll(".finding")];
const texts = findings.map(finding => finding.textContent.toLowerCase());
const shown = document.getElementById("shown");
const search = form.elements.namedItem("search");
form.hidden = findings.length === 0;
function filter() {
  const data = new FormData(form);
  const severities = data.getAll("severity");
  const rule = data.get("rule");
  const namespace = data.get("namespace");
  const words = String(data.get("search")).toLowerCase().split(/\\s+/).filter(Boolean);
  let count = 0;
  findings.forEach((finding, index) => {
    const keep =
      severities.includes(finding.dataset.severity) &&
      (rule === "" || finding.dataset.rule === rule) &&
      (namespace === "" || finding.dataset.namespace === namespace.slice(1)) &&
      words.every(word => texts[index].includes(word));
    finding.hidden = !keep;
    if (keep) count++;
  });
  for (const group of document.querySelectorAll(".file")) group.hidden = !group.querySelector(".finding:not([hidden])");
  shown.textContent = count + " of " + findings.length + " shown";
}
form.addEventListener("input", filter);
form.addEventListener("submit", event => event.preventDefault());
form.addEventListener("reset", () => setTimeout(filter));
document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = event.target instanceof HTMLInputElement && event.target.type === "search";
  if (event.key === "Escape" && typing) { search.value = ""; filter(); search.blur(); return; }
  if (typing || event.target instanceof HTMLSelectElement) return;
  if (event.key === "/") { event.preventDefault(); search.focus(); return; }
  const step = event.key === "j" ? 1 : event.key === "k" ? -1 : 0;
  if (step === 0) return;
  const visible = findings.filter(finding => !finding.hidden);
  const at = visible.indexOf(document.activeElement);
  const next = at < 0 ? (step > 0 ? 0 : visible.length - 1) : at + step;
  const target = visible[Math.min(Math.max(next, 0), visible.length - 1)];
  if (target) { target.focus(); target.scrollIntoView({ block: "nearest" }); }
});
filter();
`;

/** SHA-256 of SCRIPT, base64: the policy of the page lets this script run and no other, wherever it might come from. A test holds the two together. */
export const SCRIPT_HASH = "FhVTWKRcCM3QMCeOxLFr1Ih35fqxfmhO+AAN0MhfGaU=";
