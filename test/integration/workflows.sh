#!/usr/bin/env bash
# The project's own workflows under actionlint and zizmor. Needs Go, Python 3 and the network (the Go proxy, PyPI).
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

GOBIN="$work" go install github.com/rhysd/actionlint/cmd/actionlint@v1.7.12
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check zizmor

"$work/actionlint"
"$work/venv/bin/zizmor" --offline --no-progress .github/workflows action.yml
