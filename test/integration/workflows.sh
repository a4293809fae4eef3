#!/usr/bin/env bash
# The project's own workflows under actionlint and zizmor, those of the README under actionlint, and the parts of a run beside the whole of it.
# Needs Go, Python 3 and the network (the Go proxy, PyPI); dist/ must be built.
set -euo pipefail
cd "$(dirname "$0")/../.."
root=$PWD
. test/integration/project.sh

# Each part of a run as the workflow writes it, joined as the workflow joins them, says what one run says.
parts=$(snippet .github/workflows/shards.yaml)
part=$(sed -n 's/^ *- run: npx --yes kprobe-lint@[0-9.]* \(--shard .*\)$/\1/p' <<<"$parts")
whole=$(sed -n 's/^ *- run: npx --yes kprobe-lint@[0-9.]* \(merge .*\)$/\1/p' <<<"$parts")
cp -R fixtures/projects/. "$work/projects"
(
  cd "$work/projects"
  for PART in 1 2 3 4; do PART=$PART sh -c "node '$root/dist/cli.js' $part"; done
  sh -c "node '$root/dist/cli.js' $whole --format concise" >"$work/joined" || true
  node "$root/dist/cli.js" --format concise >"$work/whole" || true
)
test -s "$work/whole"
cmp "$work/joined" "$work/whole"
echo "ok: four parts joined say what one run says ($(wc -l <"$work/whole") findings)"

if go version >/dev/null 2>&1; then
  GOBIN="$work" go install github.com/rhysd/actionlint/cmd/actionlint@v1.7.12
  "$work/actionlint"
  for name in kprobe-lint code-scanning shards; do
    snippet ".github/workflows/$name.yaml" >"$work/$name.yaml"
    test -s "$work/$name.yaml"
    "$work/actionlint" "$work/$name.yaml"
  done
  echo "ok: actionlint has nothing to say"
else
  echo "SKIPPED: there is no Go; the workflows are not held to actionlint"
fi

if python3 -c 'import venv, ensurepip' 2>/dev/null; then
  python3 -m venv "$work/venv"
  "$work/venv/bin/pip" install --quiet --disable-pip-version-check zizmor
  "$work/venv/bin/zizmor" --offline --no-progress --quiet .github/workflows action.yml
  echo "ok: zizmor has nothing to say"
else
  echo "SKIPPED: there is no Python 3 with venv; the workflows are not held to zizmor"
fi
