#!/usr/bin/env bash
# The hooks under the real pre-commit, and under prek. Needs git, Python 3, Node, npm and the network (PyPI); dist/ must be built (npm run bundle).
set -euo pipefail
cd "$(dirname "$0")/../.."
root=$PWD
if ! python3 -c 'import venv, ensurepip' 2>/dev/null; then
  echo "SKIPPED: there is no Python 3 with venv; the hooks are not tried under pre-commit"
  exit 0
fi
. test/integration/project.sh
export PRE_COMMIT_HOME="$work/cache" PREK_HOME="$work/prek"

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pre-commit prek

# What a user's pre-commit clones: the tracked files, and dist/ as it is built now.
git clone --quiet "$root" "$work/hooks"
rm -rf "$work/hooks/dist"
cp -R "$root/dist" "$work/hooks/dist"
git -C "$work/hooks" add --force dist
git -C "$work/hooks" commit --quiet --allow-empty --message=dist

mkdir "$work/project"
cd "$work/project"
git init --quiet .

hook() { # name, wanted exit code, hook id, wanted text
  try "$1" "$2" "$4" "$work/venv/bin/pre-commit" run "$3" --verbose
  git reset --quiet --hard
}

manifest web http >deployment.yaml
service web web >'der dienst ü.yaml'
service other web >other.yaml
ingress web >ingress.yaml
# The lines of the README, with the address of this checkout.
snippet .pre-commit-config.yaml |
  sed -e "s|repo: .*|repo: $work/hooks|" -e "s|rev: .*|rev: $(git -C "$work/hooks" rev-parse HEAD)|" >.pre-commit-config.yaml
echo '      - id: kprobe-lint-all' >>.pre-commit-config.yaml
git add .
git commit --quiet --message=start

service web wbe >'der dienst ü.yaml'
git add .
try 'try-repo: a staged Service that loses an untouched Deployment, in a file with a blank and an umlaut' any \
  'der dienst ü.yaml:5:20' "$work/venv/bin/pre-commit" try-repo "$work/hooks" kprobe-lint --verbose
git reset --quiet --hard

manifest web htpp >deployment.yaml
git add .
hook 'an error stops the commit' 1 kprobe-lint 'error[probe-named-port-unresolved]'

git rm --quiet 'der dienst ü.yaml'
hook 'the hook for files does not run for deletions alone' 0 kprobe-lint 'Skipped'

git rm --quiet 'der dienst ü.yaml'
hook 'the hook for the project does, and tells what the deletion broke' any kprobe-lint-all 'ingress-backend-missing'

mkdir .github
printf 'replicas: 3\n' >values.yaml
printf 'on: push\njobs: {}\n' >.github/ci.yaml
printf '{ "a": 1 }\n' >data.json
git add .
hook 'YAML that is no manifest passes' 0 kprobe-lint 'nothing found'

"$work/venv/bin/pre-commit" install >/dev/null
manifest web htpp >deployment.yaml
try 'git commit runs the installed hook and stops' 1 'error[probe-named-port-unresolved]' git commit --all --message=broken
manifest web http >deployment.yaml
service web web >more.yaml
git add .
try 'git commit lets what is right pass' 0 'kprobe-lint (whole project)' git commit --message=right

manifest web htpp >deployment.yaml
git add .
try 'prek reads the same file' 1 'error[probe-named-port-unresolved]' "$work/venv/bin/prek" run kprobe-lint
git reset --quiet --hard

exit "$failed"
