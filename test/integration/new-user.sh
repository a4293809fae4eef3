#!/usr/bin/env bash
# The way of a new user: a repository with a chart, a kustomization and plain manifests; the package from a tarball, without the network;
# init, a hook, a baseline, one finding fixed, one ignored with its reason, the Action. Needs git, Node and npm; dist/ must be built.
set -euo pipefail
cd "$(dirname "$0")/../.."
root=$PWD
. test/integration/project.sh

tarball=$work/$(npm pack --silent --pack-destination "$work")
export npm_config_cache="$work/npm" npm_config_offline=true npm_config_update_notifier=false
kprobe_lint=(npx --yes --package="$tarball" kprobe-lint)

mkdir -p "$work/project" && cd "$work/project"
git init --quiet .
mkdir -p apps chart/templates deploy/base deploy/overlays/dev deploy/overlays/production .github/workflows
printf 'apiVersion: v2\nname: worker\nversion: 0.1.0\n' >chart/Chart.yaml
printf 'replicas: 2\n' >chart/values.yaml
printf 'kind: Deployment\nmetadata: { name: {{ .Release.Name }} }\nspec: { replicas: {{ .Values.replicas }} }\n' >chart/templates/deployment.yaml
manifest shop http >deploy/base/deployment.yaml
service shop shop | sed 's/targetPort: http/targetPort: web/' >deploy/base/service.yaml
printf 'resources: [deployment.yaml, service.yaml]\n' >deploy/base/kustomization.yaml
printf 'resources: [../../base]\nnamePrefix: dev-\n' >deploy/overlays/dev/kustomization.yaml
printf 'resources: [../../base]\nnamePrefix: production-\n' >deploy/overlays/production/kustomization.yaml
manifest cart htpp >apps/cart.yaml
manifest legacy http | sed 's/port: http }/&, periodSeconds: 0/' >apps/legacy.yaml
printf 'name: build\non: push\njobs: {}\n' >.github/workflows/build.yaml
git add .
git commit --quiet --message=start

try 'a first run finds the probe of a plain manifest' 1 'error[probe-named-port-unresolved]' "${kprobe_lint[@]}"
# From here on the same package, installed: npx takes longer than the work.
npm install --silent --no-audit --no-fund --prefix "$work/installed" "$tarball"
kprobe_lint=("$work/installed/node_modules/.bin/kprobe-lint")
try '… and what the overlays inherit, once' 1 'seen in deploy/overlays/dev, deploy/overlays/production' "${kprobe_lint[@]}"
try '… and says what it did not look at' 1 'not checked: 1 template that is not rendered' "${kprobe_lint[@]}"

try 'init tells what it found' 0 'Found: 1 Helm chart, 3 kustomizations, GitHub Actions.' "${kprobe_lint[@]}" init
try 'init leaves what is there' 2 'is a configuration already' "${kprobe_lint[@]}" init
try 'the configuration is in force, and changes nothing' 1 'error[probe-named-port-unresolved]' "${kprobe_lint[@]}"
try 'a mistake in it is named with its place' 2 'bad.yaml:1:1' sh -c 'echo "ruels: {}" >bad.yaml; "$@"' - "${kprobe_lint[@]}" --config bad.yaml
rm bad.yaml

printf '#!/bin/sh\nexec "%s" --staged\n' "${kprobe_lint[0]}" >.git/hooks/pre-commit
chmod +x .git/hooks/pre-commit
manifest more htpp >apps/more.yaml
git add .
try 'the hook stops a broken commit' 1 'apps/more.yaml' git commit --message=more
manifest more http >apps/more.yaml
git add .
try 'the hook lets a sound one pass, whatever else is broken' 0 'more' git commit --message=more

baseline=.kprobe-lint-baseline.json
try 'a baseline takes what is there' 0 "wrote " "${kprobe_lint[@]}" --write-baseline
try 'nothing of it is reported again' 0 'ok: nothing found' "${kprobe_lint[@]}" --baseline "$baseline"
manifest next htpp >apps/next.yaml
try 'what is new is' 1 'apps/next.yaml' "${kprobe_lint[@]}" --baseline "$baseline"
rm apps/next.yaml
git add .
git commit --quiet --no-verify --message=baseline

try 'a fix is shown before it is written' 1 '+          readinessProbe: { httpGet: { path: /ready, port: http }' "${kprobe_lint[@]}" --diff --unsafe-fixes apps/cart.yaml
try 'a safe fix is written' 0 'fixed 1 problem' "${kprobe_lint[@]}" --fix --fail-on never apps/legacy.yaml
try '… and only where it belongs' 0 'periodSeconds: 10' git diff --unified=0
try 'what is fixed leaves the baseline' 0 'dropped 1 entry' "${kprobe_lint[@]}" --prune-baseline --baseline "$baseline"
try 'one finding is ignored with its reason' 0 'ignored 1 problem in 1 file' \
  "${kprobe_lint[@]}" --select probe-named-port-unresolved --add-ignore 'the port comes with 1.3' apps/cart.yaml
try '… by a comment in its place' 0 '# kprobe-lint-ignore probe-named-port-unresolved -- the port comes with 1.3' git diff
try 'the tree is clean with both' 0 'ok: nothing found' "${kprobe_lint[@]}" --baseline "$baseline"
git commit --quiet --no-verify --all --message=fixed

# The Action as the runner starts it, on a pull request that breaks one file.
base=$(git rev-parse HEAD)
manifest more htpp >apps/more.yaml
git commit --quiet --no-verify --all --message=pull
printf '{ "pull_request": { "base": { "sha": "%s" } } }\n' "$base" >"$work/event.json"
touch "$work/output" "$work/summary"
action() {
  env -i PATH="$PATH" HOME="$work" CI=true GITHUB_ACTIONS=true GITHUB_WORKSPACE="$PWD" GITHUB_EVENT_PATH="$work/event.json" \
    GITHUB_OUTPUT="$work/output" GITHUB_STEP_SUMMARY="$work/summary" "$@" node "$root/dist/action.js"
}
try 'the Action annotates the changed file' 1 '::error file=apps/more.yaml,line=' \
  action INPUT_PATHS= INPUT_CONFIG= INPUT_FAIL-ON= INPUT_CHANGED-ONLY=true INPUT_SARIF-FILE=out.sarif INPUT_SUMMARY=true INPUT_KUBERNETES-VERSION=
try '… gives its outputs' 0 'sarif-file<<' cat "$work/output"
try '… of the one error' 0 "1" grep -A1 '^errors<<' "$work/output"
try '… and a summary' 0 '**1 error**' cat "$work/summary"
try '… and SARIF' 0 '"uri": "apps/more.yaml"' cat out.sarif
if grep -q 'apps/cart.yaml' "$work/summary"; then
  echo "FAILED: the summary names what the pull request did not touch"
  failed=1
fi

exit "$failed"
